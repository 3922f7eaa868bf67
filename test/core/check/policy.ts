/** A fictional policy that is a whole, with one section or several put in. */
export function policy(sections: { readonly [heading: string]: string }): string {
  const all = {
    利用目的:
      '当社は、取得した個人情報を次の目的のために利用します。\n（１）商品の発送のため\n（２）代金の請求のため\n（３）新商品のご案内のため',
    ...sections,
    安全管理措置:
      '当社は、個人データの漏えいを防ぐため、次の措置を講じています。\n（１）個人データの取扱いに関する責任者を置いています。\n（２）従業者に定期的に研修を行っています。',
    ...('お問い合わせ窓口' in sections
      ? {}
      : {
          お問い合わせ窓口:
            '個人情報に関する苦情及びお問い合わせは、次の窓口までお願いいたします。\n〒980-0811 宮城県仙台市青葉区一番町九丁目99番99号\n株式会社みなと商会 お客様相談室\n電話：022-000-0199',
        }),
  }
  const body = Object.entries(all)
    .map(([heading, text], i) => `第${i + 1}条（${heading}）\n${text}`)
    .join('\n\n')
  return `プライバシーポリシー\n\n株式会社みなと商会（以下「当社」といいます。）は、個人情報の取扱いについて、次のとおり定めます。\n\n${body}\n\n2022年4月1日 制定\n2025年4月1日 改定\n`
}
