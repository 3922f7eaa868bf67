import { describe, expect, test } from 'vitest'
import { defPersonalInfo } from '../../../src/core/check/rules/security/def-personal-info.ts'
import { extItems } from '../../../src/core/check/rules/security/ext-items.ts'
import { secCategories } from '../../../src/core/check/rules/security/sec-categories.ts'
import { secCountry } from '../../../src/core/check/rules/security/sec-country.ts'
import { secPresent } from '../../../src/core/check/rules/security/sec-present.ts'
import { termAnonymised } from '../../../src/core/check/rules/security/term-anonymised.ts'
import { findings, found } from './found.ts'

const whole = (...lines: readonly string[]) =>
  [
    'プライバシーポリシー',
    '株式会社青葉商店（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。',
    '1. 利用目的',
    '・商品の発送のため',
    '・お問い合わせへの対応のため',
    '2. 第三者提供',
    '当社は、本人の同意を得ないで個人データを第三者に提供しません。',
    ...lines,
    '9. 開示等の請求',
    '本人は、開示、訂正及び利用停止を請求できます。',
    '10. お問い合わせ窓口',
    'メールアドレス：privacy@aoba.example.jp',
  ].join('\n')

describe('measures', () => {
  const slogan = [
    '3. 安全管理措置',
    '当社は、個人データの漏えい等を防止するため、厳重なセキュリティ対策を実施します。',
  ]
  const measures = [
    '3. 安全管理措置',
    '・個人データの取扱規程を定めています。',
    '・個人データの取扱いに関する責任者を設置しています。',
    '・従業者に定期的な研修を実施しています。',
    '・書類は施錠できるキャビネットで保管しています。',
    '・個人データへのアクセス制御を行っています。',
  ]
  test('a promise is no measure', () => {
    const [finding, ...others] = findings(secPresent, whole(...slogan))
    expect(others).toEqual([])
    expect(finding?.place.text).toContain('厳重なセキュリティ対策')
    expect(found(secPresent, whole(...measures))).toEqual([])
  })
  test('where nothing is said, it is missing', () => {
    expect(findings(secPresent, whole())).toMatchObject([
      { place: { text: '' }, severity: 'error' },
    ])
  })
  test('an operator that answers on request is told for information', () => {
    expect(findings(secPresent, whole(), { answersOnRequest: true })).toMatchObject([
      { severity: 'info' },
    ])
  })
  test('somebody in charge counts wherever the text names them', () => {
    const inCharge = ['8. 管理者', '個人情報取扱管理者　総務部長']
    const lacking = measures.filter((line) => !line.includes('責任者'))
    const message = (...lines: readonly string[]) =>
      findings(secCategories, whole(...lines))[0]?.message.ja
    expect(message(...lacking)).toContain('組織的安全管理措置')
    expect(message(...lacking, ...inCharge)).toBeUndefined()
    const [promise] = findings(secPresent, whole(...slogan, ...inCharge))
    expect(promise?.message.ja).toContain('置くことのほかに')
  })
  test('measures count by what they say, under any heading on the care of data', () => {
    const care = [
      '3. 情報の保管と管理の方法',
      '名簿は鍵のかかる戸棚にしまい、端末にはパスワードを設定しています。職員は毎年研修を受けます。',
    ]
    expect(found(secPresent, whole(...care))).toEqual([])
    const [finding, ...others] = findings(secCategories, whole(...care))
    expect(others).toEqual([])
    expect(finding?.message.ja).toContain('規律の整備、組織的安全管理措置に当たる')
    const wish = ['3. 管理の方法', '名簿は厳重に管理し、安全に配慮します。']
    expect(findings(secPresent, whole(...wish))).toMatchObject([{ severity: 'error' }])
  })
  test('a duty of secrecy after leaving, a fixed place of storage, rules and supervision elsewhere', () => {
    const lacking = (...lines: readonly string[]) =>
      findings(secCategories, whole('3. 安全管理措置', ...lines))[0]?.message.ja
    const access = '・個人データへのアクセス制御を行い、取扱状況を点検しています。'
    expect(lacking(access)).toContain('規律の整備、人的安全管理措置、物理的安全管理措置に当たる')
    expect(lacking(access, '・職員は、離職後も業務で知った秘密を守る義務を負います。')).toContain(
      '規律の整備、物理的安全管理措置に当たる',
    )
    expect(lacking(access, '・台帳の保管場所を定めています。')).toContain(
      '規律の整備、人的安全管理措置に当たる',
    )
    const elsewhere = [
      '4. 従業者について',
      '当社は、従業者に対して必要な監督を行います。',
      '5. 見直し',
      '社内の規程は、毎年見直します。',
    ]
    expect(lacking(access, ...elsewhere)).toContain('うち、物理的安全管理措置に当たる')
    expect(lacking(access, '・暗号鍵を更新しています。')).toContain('物理的安全管理措置')
  })
  test('the chapters that are not covered are named', () => {
    expect(found(secCategories, whole(...measures))).toEqual([])
    const [finding] = findings(secCategories, whole(...measures.slice(0, 4)))
    expect(finding?.message.ja).toContain('物理的安全管理措置、技術的安全管理措置')
    expect(finding?.message.ja).not.toContain('人的安全管理措置、')
  })
  test('abroad without a country', () => {
    const abroad = (text: string) => found(secCountry, whole('3. 外的環境の把握', text))
    expect(
      abroad(
        '当社が外国において個人データを取り扱う場合には、必要な安全管理措置を講じるものとします。',
      ),
    ).toHaveLength(1)
    expect(
      abroad(
        '当社は、アメリカ合衆国において個人データを保管しており、外国の制度を把握した上で安全管理措置を講じています。',
      ),
    ).toEqual([])
    expect(
      abroad(
        '当社は、外国において個人データを取り扱っておらず、安全管理措置は国内のみで講じています。',
      ),
    ).toEqual([])
    expect(abroad('当社は、個人データを外国において取り扱っておりません。')).toEqual([])
  })
})

test('transmission without its recipient is a question', () => {
  const cookies = (text: string) => findings(extItems, whole('4. クッキーについて', text))
  expect(cookies('当社は、広告配信のため、クッキーを使用することがあります。')).toMatchObject([
    { isQuestion: true, place: { text: '広告配信のため、' } },
  ])
  expect(
    cookies('当社は、広告配信のため、Google LLCにクッキーによる閲覧履歴を送信します。'),
  ).toEqual([])
  expect(cookies('当社は、ログインの状態を保つため、クッキーを使用します。')).toEqual([])
  expect(cookies('アクセス解析のためクッキーを使いますが、どなたの閲覧かは分かりません。')).toEqual(
    [],
  )
})

test('those who deliver advertisements are named, besides what counts visits', () => {
  const cookies = (text: string) => findings(extItems, whole('4. クッキーについて', text))
  const counted = '閲覧の状況を知るためGoogleアナリティクスのクッキーを'
  expect(cookies(`${counted}、広告のため広告配信事業者のタグを利用します。`)).toMatchObject([
    { place: { text: '広告のため広告配信事業者のタグを利用します。' } },
  ])
  expect(
    cookies(`${counted}、広告のため広告配信事業者（Criteo株式会社）のタグを利用します。`),
  ).toEqual([])
})

test('what is matched is not anonymised', () => {
  expect(
    found(
      termAnonymised,
      whole('4. 広告', '匿名化されたお客様のデータと、広告主の会員データを照合します。'),
    ),
  ).toHaveLength(1)
  expect(found(termAnonymised, whole('4. 統計', '匿名化された統計データを作成します。'))).toEqual(
    [],
  )
})

describe('the definition of personal information', () => {
  const said = (text: string) => findings(defPersonalInfo, whole('4. 定義', text))
  test('leaves out what the Act includes', () => {
    expect(
      said(
        '「個人情報」とは、生存する個人に関する情報であって、氏名、住所その他の記述等により特定の個人を識別できるものをいいます。',
      )[0]?.message.ja,
    ).toMatch(/照合.*識別符号/u)
  })
  test.each([
    '「個人情報」とは、個人情報保護法第2条第1項に定める個人情報をいいます。',
    '「個人情報」とは、個人情報の保護に関する法律（平成15年法律第57号。以下「法」といいます。）にいう「個人情報」を指し、生存する個人に関する情報で特定の個人を識別できるものをいいます。',
    '「個人情報」とは、生存する個人に関する情報であって、特定の個人を識別できるもの（他の情報と容易に照合できるものを含みます。）又は個人識別符号が含まれるものをいいます。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([])
  })
})
