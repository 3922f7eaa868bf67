import { expect, test } from 'vitest'
import { docOlderThanLaw } from '../../../../src/core/check/rules/operator/doc-older-than-law.ts'
import { orgAddress } from '../../../../src/core/check/rules/operator/org-address.ts'
import { orgName } from '../../../../src/core/check/rules/operator/org-name.ts'
import { parse } from '../../../../src/core/parse/index.ts'
import { findings, found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('an operator that a sentence and the lines of its desk name', () => {
  const text = policy({
    お問い合わせ窓口: '青葉市港町3-4-5\n電話：022-000-0199',
  }).replace(/\n株式会社みなと商会（以下「当社」といいます。）は、/u, '\nみなと商会株式会社では、')
  expect(found(orgName, text)).toEqual([])
  expect(findings(orgAddress, text).filter(({ severity }) => severity === 'error')).toEqual([])
  const site = `プライバシーポリシー\n\nほまれみなと株式会社が運営するサイト（以下、当社サイト）では、個人情報を大切に扱います。\n`
  expect(parse(site).document.organisation.legalName).toBe('ほまれみなと株式会社')
})

test('a house by the name that it gives itself, and a company that runs a site', () => {
  const text = (who: string) =>
    policy({}).replace('株式会社みなと商会（以下「当社」といいます。）', who)
  const named = (who: string) => found(orgName, text(who).replaceAll('株式会社みなと商会', '受付'))
  expect(named('みなと ヒーリング ハウス（以下「当ハウス」）')).toEqual([])
  const site = parse(text('株式会社みなと商会のサイト（以下「当サイト」といいます。）')).document
  expect(site.organisation.legalName).toBe('株式会社みなと商会')
})

test('a date that is printed with wide gaps', () => {
  const text = policy({}).replace(
    '2022年4月1日 制定\n2025年4月1日 改定',
    '制定日：2004年10月1日\n最終改訂日：2025年  4月1日',
  )
  expect(found(docOlderThanLaw, text)).toEqual([])
})

test('what is called a privacy policy, and has purposes, is a whole with one matter less', () => {
  const text = (title: string, more = '') =>
    `${title}\n\n株式会社みなと商会（以下「当社」といいます。）の方針です。${more}\n\n1. 収集する情報\n当社は、個人情報として、氏名及びメールアドレスを収集します。\n\n2. 利用目的\n当社は、次の目的で利用します。\n・お問い合わせへの回答のため\n・商品の発送のため\n\n3. お問い合わせ\n本方針に関するお問い合わせは、メール（info@minato.example.com）でご連絡ください。\n`
  expect(findings(orgAddress, text('プライバシーポリシー'))).toHaveLength(1)
  expect(findings(orgAddress, text('会員の皆様へ'))).toEqual([])
  expect(
    findings(orgAddress, text('プライバシーポリシー', '詳しくは、別紙「公表事項」のとおりです。')),
  ).toEqual([])
})
