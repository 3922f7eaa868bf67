import { describe, expect, test } from 'vitest'
import { misprintsIn } from '../../../src/core/check/text/misprints.ts'
import { misspellingsIn } from '../../../src/core/check/text/misspellings.ts'
import { straySpacesIn } from '../../../src/core/check/text/stray-spaces.ts'

const slips = (text: string) =>
  [...misspellingsIn(text), ...misprintsIn(text)].map(({ start, end, right }) => [
    text.slice(start, end),
    right,
  ])

describe('misspellings', () => {
  test.each([
    ['権限のない者による個人情報の間覧を防止します。', '間覧', '閲覧'],
    ['個人データの漏えい、減失又は毀損を防止します。', '減失', '滅失'],
    ['安全菅理措置を講じます。', '安全菅理措置', '安全管理措置'],
    ['情解決の申出先：お客様相談室', '情解決', '苦情解決'],
    ['当社は、個情報を次の目的に利用します。', '個情報', '個人情報'],
    ['安全理管措置を講じます。', '安全理管措置', '安全管理措置'],
    ['利用停止に多額の費用を有する場合', '有', '要'],
    ['その他公衆衛星の向上のため', '公衆衛星', '公衆衛生'],
    ['国の機関又はその委託を受けたものが法令の定める事務を', 'もの', '者'],
    ['個人情報の保護の向上に務めます。', '務め', '努め'],
    ['各種サービスを実施のため', 'を実施のため', null],
    ['個人情報を個人情報を第三者に提供しません。', '個人情報を個人情報を', '個人情報を'],
    ['当社のホームぺージ', 'ぺ', 'ペ'],
  ])('%s', (text, wrong, right) => {
    expect(slips(text)).toEqual([[wrong, right]])
  })

  test.each([
    '個人情報の閲覧、回覧及び一覧を防止します。',
    '開示等の求めに応じます。開示等の請求は窓口で受け付けます。',
    '当社は、使用停止、提供停止又は利用停止をします。',
    'すべての権利を有する場合、権限を有しない者',
    '事情解決のため、当事者が連絡します。',
    'オプトアウトページへアクセスしてください。',
    '代表を務め、責務を果たします。',
    '次のいずれかに該当するものを委託先に提供します。',
    '本人のため、または第三者のため',
    '管理者、担当者及び第三者等、当社内の者',
    '減収、管轄、官公庁、屋内外',
  ])('nothing in %s', (text) => {
    expect(slips(text)).toEqual([])
  })
})

describe('stray spaces', () => {
  const around = (text: string) =>
    straySpacesIn(text).map(({ start, end }) => text.slice(start - 1, end + 1))

  test.each([
    ['【個人情 報の取扱いに関するお問い合わせ】', ['情 報']],
    ['・当社 及び関係会社の個人番号', ['社 及']],
    ['退会メニューを開 くと、退会できます。', ['開 く']],
    ['責任者の任務等について 個人情報の取扱手順を定めています。', ['て 個']],
    ['当協会が運営する本 サービスについて、次のとおり定めます。', ['本 サ']],
  ])('%s', (text, expected) => {
    expect(around(text)).toEqual(expected)
  })

  test.each([
    '代表取締役　青木 一郎',
    '代表取締役 青木 一郎',
    '株式会社青葉商店 個人情報保護管理者 宛',
    '一般財団法人 青葉協会が認定した団体です。',
    '東京都港区海辺二丁目 青葉ビル',
    '附　則',
    '以　上',
    '１　適用範囲',
    '第一条 目的',
    '氏名　住所　電話番号',
    '個人情報に関するお問い合わせ先 兼 苦情の申出先',
    'Cookie を利用して URL から',
  ])('none in %s', (text) => {
    expect(around(text)).toEqual([])
  })
})
