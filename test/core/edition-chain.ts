import type { PolicyDocument } from '../../src/core/document.ts'
import { type EditionRow, seal, type UnsealedEdition } from '../../src/core/edition/index.ts'

/** A short policy of a fictional company; `says` is its first article. */
export function shortPolicy(says: string, locale = 'ja'): PolicyDocument {
  const [title, heading, legalName, selfTerm] =
    locale === 'ja'
      ? ['個人情報保護方針', '取得', '株式会社あおば商店', '当社']
      : ['Privacy Policy', 'Collection', 'Aoba Shoten Co., Ltd.', 'the Company']
  return {
    type: 'document',
    schema: 1,
    locale,
    title: { text: title, printed: true },
    organisation: { id: 'organisation-aoba', legalName, selfTerm, representatives: [] },
    dates: [],
    children: [
      {
        type: 'section',
        id: 'section-acquisition',
        kind: 'acquisition',
        level: 1,
        number: locale === 'ja' ? '第1条　' : 'Article 1 ',
        heading,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: says }] }],
      },
    ],
  }
}

export type Draft = Partial<Omit<UnsealedEdition, 'number'>> &
  Pick<UnsealedEdition, 'effectiveFrom' | 'recordedAt'>

/** Seals drafts one after the other, as publishing does. */
export function chain(...drafts: readonly Draft[]): EditionRow[] {
  const editions: EditionRow[] = []
  for (const draft of drafts) {
    const number = editions.length + 1
    const policy = draft.policy ?? 'policy-customers'
    const isText = draft.kind !== 'withdrawal' && draft.kind !== 'repeal'
    const unsealed: UnsealedEdition = {
      id: `${policy}-edition-${number}`,
      policy,
      organisationSlug: 'aoba',
      policySlug: 'customers',
      number,
      kind: 'amendment',
      corrects: null,
      withdraws: null,
      summary: {},
      schema: 1,
      documents: isText
        ? { ja: shortPolicy(`当社は、個人情報を適正に取得します。（${number}）`) }
        : {},
      internal: {
        publishedBy: null,
        waivers: [],
        duties: [],
        salt: '00112233445566778899aabbccddeeff',
      },
      ...draft,
    }
    editions.push(seal(unsealed, editions.at(-1)?.sha256 ?? null))
  }
  return editions
}
