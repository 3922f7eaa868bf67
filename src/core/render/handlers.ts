import type { Node, NodeOf, NodeType, Phrasing } from '../document.ts'

/** What a renderer does with each type of node. A type that a renderer forgets does not compile. */
export type Handlers<K extends NodeType, Context, Output> = {
  readonly [T in K]: (node: NodeOf<T>, context: Context) => Output
}

/** What stands inside a line, and what stands on lines of its own. A contact does both, and prints differently. */
export type PhrasingType = Phrasing['type']
export type FlowType = Exclude<NodeType, PhrasingType> | 'contact'

export function handle<K extends NodeType, Context, Output>(
  handlers: Handlers<K, Context, Output>,
  node: NodeOf<K>,
  context: Context,
): Output {
  // The key is the node's own type, which the compiler cannot follow through a union.
  const { [node.type as K]: handler } = handlers as {
    readonly [T in K]?: (node: Node, context: Context) => Output
  }
  if (!handler) throw new TypeError(`Expected a node of a known type, not \`${node.type}\``)
  return handler(node, context)
}
