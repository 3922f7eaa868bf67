import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

/** 令10条3号: a member of an accredited body names it, and its desk for settling complaints. */
export const accreditedBody: Rule = {
  id: 'accredited-body',
  title: { ja: '認定個人情報保護団体', en: 'Accredited body' },
  severity: 'error',
  basis: source('個人情報保護法32条1項4号・施行令10条3号', 'APPI 32(1)(iv), Order 10(iii)'),
  answeredOnRequest: true,
  *check(analysis) {
    const about = analysis.passages.filter(
      ({ key, section }) =>
        /認定(?:個人情報保護)?団体/u.test(key) || section?.node.kind === 'accreditedOrganisation',
    )
    const stated = about.find(({ key, kind }) => kind !== 'heading' && member.test(key))
    if (!stated) return
    const from = analysis.passages.indexOf(stated)
    const said = [...about, ...analysis.passages.slice(from, from + 8)]
      .map(({ key }) => key)
      .join('\n')
    if (
      /(?:加入|所属)(?:して(?:い|おり)ません|しておりません)|(?:対象事業者では|団体」?は、?)[^。]{0,12}(?:あり|ござい)ません|(?:該当|所属|加入)[^。]{0,8}(?:なし|ない)/u.test(
        said,
      )
    )
      return
    const contacts = analysis
      .of('contact')
      .filter(({ node }) => node.roles.includes('accreditedOrganisation'))
    const desk = contacts.length > 0 || reach.test(said)
    const named = /(?:法人|協会|センター|機構|協議会|連盟)/u.test(
      said.replace(/認定個人情報保護団体/gu, ''),
    )
    if (desk && named) return
    yield {
      at: stated,
      message: named
        ? {
            ja: '認定個人情報保護団体の対象事業者としていますが、苦情の解決の申出先が書かれていません。団体の窓口の名称と連絡先を書いてください。',
            en: 'The text says that the operator is covered by an accredited body, but not where complaints are settled. State the body’s desk and how to reach it.',
          }
        : {
            ja: '認定個人情報保護団体の対象事業者としていますが、団体の名称が書かれていません。名称と、苦情の解決の申出先を書いてください。',
            en: 'The text says that the operator is covered by an accredited body, but not which. State its name and its desk for complaints.',
          },
    }
  },
}

const member =
  /当[社法協院会校園行店][^。]{0,40}(?:加入|所属|対象事業者|会員)|対象事業者(?:です|となって)/u
const reach = /〒|電話|TEL|フリーダイヤル|\d{2,4}-\d{2,4}-\d{3,4}|https?:|申し?出先|住所/u
