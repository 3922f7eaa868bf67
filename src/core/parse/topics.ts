/** The vocabulary of policy headings: a row that has it is likelier to be one. */
export const speaksOfPolicy =
  /個人情報|個人データ|個人関連情報|特定個人情報|匿名加工|仮名加工|利用目的|第三者|共同利用|安全管理|委託|開示|訂正|利用停止|[Cc]ookie|クッキー|アクセス解析|問い?合わ?せ|お問合せ|窓口|苦情|相談|ポリシー|適用範囲|定義|変更|改定|免責|法令|遵守|継続的改善|取得|収集|取り?扱い?|管理|措置|手続|手数料|SSL|附則|その他|任意性|外部送信|情報収集モジュール|保有|Privacy|[Pp]ersonal|[Ii]nformation|[Cc]ontact/u
