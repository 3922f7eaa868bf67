import { reasonProblem } from '../validate/reason.ts'
import type { Words } from '../words.ts'
import type { Finding } from './finding.ts'

/** A finding to publish in spite of, by its key (or by its rule, where one finding only is of it), and why. */
export type Waiver = { readonly key: string; readonly reason: string }

/** What an edition keeps of a finding that it was published in spite of. */
export type Waived = Pick<Finding, 'key' | 'ruleId' | 'severity' | 'message' | 'evidence'> & {
  readonly reason: string
}

export type Waiving =
  | { readonly waived: readonly Waived[] }
  /** A waiver that says nothing, that names nothing, or that names more than one finding. */
  | { readonly problems: readonly Words[] }

/** What the waivers let pass, in their order. A waiver may name a finding of any severity. */
export function waive(findings: readonly Finding[], waivers: readonly Waiver[]): Waiving {
  const problems: Words[] = []
  const waived = new Map<string, Waived>()
  for (const { key, reason } of waivers) {
    const named = findings.filter((finding) => finding.key === key)
    const meant = named.length ? named : findings.filter(({ ruleId }) => ruleId === key)
    const [finding] = meant
    if (reasonProblem(reason)) problems.push(saysNothing(key))
    else if (!finding) problems.push(namesNothing(key))
    else if (meant.length > 1) problems.push(namesSeveral(key, meant))
    else if (waived.has(finding.key)) problems.push(namedTwice(key))
    else {
      const { ruleId, severity, message, evidence } = finding
      waived.set(finding.key, { key: finding.key, ruleId, severity, message, evidence, reason })
    }
  }
  return problems.length ? { problems } : { waived: [...waived.values()] }
}

const saysNothing = (key: string): Words => ({
  ja: `「${key}」を認める理由がありません。後から見た人が納得できる理由を書いてください。`,
  en: `The waiver of \`${key}\` gives no reason. Say why, for whoever looks at it later.`,
})
const namesNothing = (key: string): Words => ({
  ja: `「${key}」という指摘はありません。直っているか、鍵が違います。点検をやり直し、その鍵を指定してください。`,
  en: `There is no finding \`${key}\`: it has been mended, or the key is another. Check again and give its key.`,
})
const namesSeveral = (rule: string, findings: readonly Finding[]): Words => ({
  ja: `規則「${rule}」の指摘は${findings.length}件あります。鍵で指定してください: ${keysOf(findings)}`,
  en: `Rule \`${rule}\` has ${findings.length} findings. Name them by their keys: ${keysOf(findings)}.`,
})
const namedTwice = (key: string): Words => ({
  ja: `「${key}」の指摘は二度挙げられています。一つにしてください。`,
  en: `The finding \`${key}\` is waived twice. Waive it once.`,
})
const keysOf = (findings: readonly Finding[]) => findings.map(({ key }) => key).join(', ')
