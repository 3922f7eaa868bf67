import fs from 'node:fs'
import path from 'node:path'

/** The files below a folder, as paths with `/`, in an order that no file system decides; none in `.git`. */
export function filesIn(root: string): readonly string[] {
  const found: string[] = []
  const walk = (folder: string) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder ? `${folder}/${entry.name}` : entry.name
      if (!entry.isDirectory()) found.push(file)
      else if (entry.name !== '.git') walk(file)
    }
  }
  walk('')
  return found.sort()
}
