import type {
  Block,
  Contact,
  List,
  ListItem,
  NodeType,
  Paragraph,
  Phrasing,
  PolicyDocument,
  Section,
  SectionKind,
  Text,
} from '../../src/core/document.ts'

/** Every type of node. A new one does not compile until it stands here, and fails until it stands in `everyNode`. */
export const nodeTypes = Object.keys({
  document: true,
  section: true,
  paragraph: true,
  list: true,
  listItem: true,
  table: true,
  tableRow: true,
  tableCell: true,
  purposeList: true,
  exceptionClauseList: true,
  safetyMeasureList: true,
  jointUse: true,
  procedure: true,
  externalServiceList: true,
  contact: true,
  endMark: true,
  signature: true,
  text: true,
  strong: true,
  link: true,
  break: true,
  sectionReference: true,
  termReference: true,
  lawReference: true,
  definedTerm: true,
  date: true,
  value: true,
  fee: true,
  purpose: true,
  exceptionClause: true,
  jointUsePartner: true,
  jointUsePurpose: true,
  jointUseDataItem: true,
  jointUseStatement: true,
  safetyMeasure: true,
  procedureItem: true,
  externalService: true,
} satisfies Record<NodeType, true>) as NodeType[]

const t = (value: string): Text => ({ type: 'text', value })
const p = (...children: Phrasing[]): Paragraph => ({ type: 'paragraph', children })
const item = (marker: string, text: Phrasing[], nested?: List): ListItem => ({
  type: 'listItem',
  marker,
  children: nested ? [p(...text), nested] : [p(...text)],
})
const section = (
  [id, kind, level]: readonly [string, SectionKind, number],
  number: string,
  heading: string,
  ...children: (Block | Section)[]
): Section => ({ type: 'section', id, kind, level, number, heading, children })

/** A policy that prints every type of node: in lists, and inside sentences where they can stand there. */
export function everyNode(locale: 'ja' | 'en'): PolicyDocument {
  const w = (ja: string, en: string) => (locale === 'ja' ? ja : en)
  const act = '個人情報の保護に関する法律'
  const company = w('株式会社青葉文具', 'Aoba Bungu Co., Ltd.')
  const carrier = w('株式会社みどり物流', 'Midori Logistics Co., Ltd.')
  const desk: Contact = {
    type: 'contact',
    id: 'contact-desk',
    roles: ['inquiry', 'complaints'],
    name: w('お客様相談室', 'Customer Relations'),
    email: 'privacy@aoba-bungu.example',
    lines: [
      { label: w('〒', ''), field: 'postalCode', text: '900-0000' },
      {
        label: w('　', ' '),
        field: 'address',
        text: w('沖縄県那覇市架空町１－２－３', '1-2-3 Kakucho, Naha, Okinawa'),
        joined: true,
      },
      { label: `${company} `, field: 'name', text: w('お客様相談室', 'Customer Relations') },
      { label: w('担当：', 'Attn: '), field: 'person', text: w('森野 里香', 'Rika Morino') },
      {
        label: w('電話：', 'Tel: '),
        field: 'tel',
        text: w('０９８－０００－００００', '+81-98-000-0000'),
      },
      {
        label: w('（通話無料 ', ' (toll-free '),
        field: 'tollFree',
        text: '0120-000-000',
        joined: true,
      },
      { label: w('）', ')'), field: null, text: '', joined: true },
      { label: 'E-mail: ', field: 'email', text: 'privacy@aoba-bungu.example' },
      {
        label: w('フォーム：', 'Form: '),
        field: 'url',
        text: 'https://aoba-bungu.example/contact_us',
      },
      {
        label: w('受付：', 'Hours: '),
        field: 'hours',
        text: w('平日９時～１７時', '9:00-17:00 (weekdays)'),
      },
    ],
  }

  const purposes = section(
    ['section-purposes', 'purposes', 1],
    w('第１条', 'Article 1 '),
    w('（利用目的）', '(Purposes of use)'),
    p(
      { type: 'termReference', term: w('当社', 'the Company'), text: w('当社', 'The Company') },
      t(
        w(
          'は、取得した個人情報を、次の目的の達成に必要な範囲内で利用します。',
          ' uses personal information within the scope necessary for the following purposes.',
        ),
      ),
    ),
    {
      type: 'purposeList',
      children: [
        {
          type: 'purpose',
          id: 'purpose-delivery',
          marker: w('１．', '1. '),
          group: w('お客様情報', 'Customers'),
          text: w(
            '商品の発送及びこれに付随する連絡のため',
            'to ship goods and to give related notices;',
          ),
        },
        {
          type: 'purpose',
          id: 'purpose-billing',
          marker: w('２．', '2. '),
          group: w('お客様情報', 'Customers'),
          text: w('代金の請求、返金及び与信管理のため', 'to bill, to refund and to manage credit,'),
        },
        {
          type: 'purpose',
          id: 'purpose-survey',
          marker: w('、', ' '),
          joined: true,
          group: w('お客様情報', 'Customers'),
          text: w('並びに商品の改善に関する調査のため', 'and to survey how goods can be improved;'),
        },
        {
          type: 'purpose',
          id: 'purpose-hiring',
          marker: w('３．', '3. '),
          group: w('応募者情報', 'Applicants'),
          text: w('採用選考及び応募者への連絡のため', 'to select and to contact applicants.'),
        },
      ],
    },
    p(
      t(w('前項のほか、', 'It also uses it ')),
      {
        type: 'purpose',
        id: 'purpose-inquiry',
        text: w('お問い合わせに回答するため', 'to answer inquiries'),
      },
      t(w('に利用することがあります。', '.')),
    ),
    section(
      ['section-related', 'relatedInformation', 2],
      w('２　', '2. '),
      w('個人関連情報', 'Information related to individuals'),
      {
        type: 'table',
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', header: true, children: [t(w('情報の項目', 'Items'))] },
              { type: 'tableCell', header: true, children: [t(w('取得の方法', 'Means'))] },
            ],
          },
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', header: true, children: [t(w('閲覧履歴', 'Pages viewed'))] },
              {
                type: 'tableCell',
                header: false,
                children: [
                  t(w('Cookie | ウェブビーコン', 'Cookie | web beacon')),
                  { type: 'break' },
                  t(w('端末識別子', 'Device identifier')),
                ],
              },
            ],
          },
        ],
      },
    ),
  )

  const provision = section(
    ['section-provision', 'thirdPartyProvision', 1],
    w('第２条', 'Article 2 '),
    w('（第三者提供）', '(Provision to third parties)'),
    p(
      t(
        w(
          '当社は、次のいずれかに該当する場合を除き、本人の同意を得ないで個人データを第三者に提供しません。',
          'Except in the following cases, the Company does not provide personal data to a third party without the consent of the person.',
        ),
      ),
    ),
    {
      type: 'exceptionClauseList',
      children: [
        {
          type: 'exceptionClause',
          id: 'exception-law',
          marker: w('（１）', '(1) '),
          text: w('法令に基づく場合', 'Cases based on laws and regulations'),
          basis: 'appi-27-1-1',
          appliesTo: 'third-party-provision',
        },
        {
          type: 'exceptionClause',
          id: 'exception-life',
          marker: w('（２）', '(2) '),
          text: w(
            '人の生命、身体又は財産（以下「生命等」といいます。）の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき',
            'Cases in which it is necessary to protect the life, body or property of a person (“Vital Interests”) and consent is difficult to obtain',
          ),
          basis: 'appi-27-1-2',
          appliesTo: 'third-party-provision',
          defines: [
            {
              type: 'definedTerm',
              term: w('生命等', 'Vital Interests'),
              meaning: w('人の生命、身体又は財産', 'the life, body or property of a person'),
            },
          ],
        },
      ],
    },
    p(
      t(w('ただし、', 'However, ')),
      {
        type: 'exceptionClause',
        id: 'exception-succession',
        text: w(
          '合併その他の事由による事業の承継に伴って提供する場合',
          'provision upon the succession of business by merger or otherwise',
        ),
        basis: 'appi-27-5-2',
        appliesTo: 'third-party-provision',
      },
      t(w('は、', ' is limited to the purposes of ')),
      {
        type: 'sectionReference',
        target: 'section-purposes',
        text: w('第１条', 'Article 1'),
        follow: true,
        form: 'number',
      },
      t(w('の目的の範囲内に限ります（', ' (')),
      {
        type: 'lawReference',
        law: act,
        article: '27',
        paragraph: '5',
        item: '2',
        text: w(
          '個人情報保護法第２７条第５項第２号',
          'Article 27, paragraph (5), item (ii) of the Act',
        ),
      },
      t(w('）。', ').')),
    ),
  )

  const jointUse = section(
    ['section-joint-use', 'jointUse', 1],
    w('第３条', 'Article 3 '),
    w('（共同利用）', '(Joint use)'),
    {
      type: 'jointUse',
      children: [
        {
          type: 'jointUsePurpose',
          marker: '① ',
          text: w('会員向けサービスの提供のため', 'To provide services to members'),
        },
        {
          type: 'jointUseDataItem',
          marker: '② ',
          text: w('氏名、住所及び電話番号', 'Name, address and telephone number'),
        },
        { type: 'jointUsePartner', id: 'partner-midori', marker: '③ ', name: carrier },
        {
          type: 'jointUseStatement',
          marker: '④ ',
          about: 'manager',
          text: w(
            '管理について責任を有する者は、当社とします。',
            'The Company is responsible for the management.',
          ),
        },
      ],
    },
    p(
      t(w('当社は、', 'The Company, with ')),
      {
        type: 'jointUsePartner',
        id: 'partner-midori',
        name: carrier,
        url: 'https://midori-logi.example/',
      },
      t(w('（', ' (')),
      {
        type: 'value',
        of: 'jointUsePartner',
        record: 'partner-midori',
        field: 'url',
        text: 'https://midori-logi.example/',
      },
      t(w('）との間で、', '), jointly uses the ')),
      { type: 'jointUseDataItem', text: w('購買履歴', 'purchase history') },
      t(w('を、', ' ')),
      { type: 'jointUsePurpose', text: w('配送品質の改善のため', 'to improve deliveries') },
      t(w('に、', ', ')),
      {
        type: 'jointUseStatement',
        about: 'acquisition',
        text: w('注文票により取得し', 'acquired from order forms'),
      },
      t(w('、共同で利用します。', '.')),
    ),
  )

  const measures = section(
    ['section-measures', 'safetyMeasures', 1],
    w('第４条', 'Article 4 '),
    w('（安全管理措置）', '(Security control measures)'),
    {
      type: 'safetyMeasureList',
      children: [
        {
          type: 'safetyMeasure',
          id: 'measure-policy',
          marker: w('・', '- '),
          text: w(
            '個人データの適正な取扱いの確保のため、基本方針を策定しています。',
            'A basic policy ensures the proper handling of personal data.',
          ),
          category: 'basicPolicy',
        },
        {
          type: 'safetyMeasure',
          id: 'measure-staff',
          marker: w('・', '- '),
          text: w('従業者に定期的な研修を実施しています。', 'Staff are trained regularly.'),
          category: 'personnel',
        },
      ],
    },
    p(
      t(w('また、', 'In addition, ')),
      {
        type: 'safetyMeasure',
        id: 'measure-access',
        text: w(
          'アクセス制御により、取り扱う個人データの範囲を限定し',
          'access control limits the personal data handled',
        ),
        category: 'technical',
      },
      t(w('ています。', '.')),
    ),
    {
      type: 'list',
      children: [
        item(w('１）', '1) '), [t(w('入退室の管理', 'Control of entry'))], {
          type: 'list',
          children: [
            item(w('ア　', 'a. '), [t(w('執務室の施錠', 'Locked offices'))]),
            item(w('イ　', 'b. '), [
              t(w('来訪者の記録（', 'Records of visitors (')),
              {
                type: 'link',
                url: 'https://aoba-bungu.example/visitors',
                children: [t(w('来訪者の方へ', 'for visitors'))],
              },
              t(w('）', ')')),
            ]),
          ],
        }),
        {
          ...item(w('２）', '2) '), [t(w('機器の盗難の防止', 'Prevention of theft'))]),
          id: 'item-devices',
        },
      ],
    },
  )

  const requests = section(
    ['section-requests', 'procedure', 1],
    w('第５条', 'Article 5 '),
    w('（開示等の請求）', '(Requests)'),
    {
      type: 'procedure',
      children: [
        {
          type: 'procedureItem',
          marker: '⑴ ',
          role: 'requestType',
          text: w('利用目的の通知', 'Notice of the purpose of use'),
        },
        {
          type: 'procedureItem',
          marker: '⑵ ',
          role: 'identityDocument',
          text: w('運転免許証の写し', 'Copy of a driving licence'),
        },
      ],
    },
    p(
      t(w('代理人は、', 'An agent attaches ')),
      { type: 'procedureItem', role: 'agentDocument', text: w('委任状', 'a power of attorney') },
      t(w('を添えてください。手数料は、１件につき', '. The fee per request is ')),
      {
        type: 'fee',
        amountYen: 1000,
        taxIncluded: true,
        appliesTo: ['開示'],
        text: w('1,000円（税込）', '1,000 yen (tax included)'),
      },
      t(w('です。機器の管理は', '. Devices are treated in ')),
      {
        type: 'sectionReference',
        target: 'item-devices',
        text: w('第４条２）', 'Article 4, 2)'),
        follow: false,
      },
      t(w('を、旧手続は', ', the former procedure in ')),
      {
        type: 'sectionReference',
        target: null,
        text: w('旧第９条', 'former Article 9'),
        follow: false,
      },
      t(w('をご覧ください。', '.')),
    ),
    {
      type: 'externalServiceList',
      children: [
        {
          type: 'externalService',
          marker: w('■', '* '),
          service: 'Aoba Metrics',
          text: w(
            'Aoba Metrics（株式会社架空計測）：閲覧したページのURLを、利用状況の分析のために送信します。',
            'Aoba Metrics: the address of the page viewed is sent to analyse how the site is used.',
          ),
        },
      ],
    },
    p(
      t(w('広告の配信には、', 'Advertisements are delivered by ')),
      { type: 'externalService', service: 'Midori Ads', text: 'Midori Ads' },
      t(w('を利用しています。', '.')),
    ),
  )

  const contact: Section = {
    ...section(
      ['section-contact', 'contact', 1],
      w('第６条', 'Article 6'),
      w('（お問い合わせ窓口）', '(Contact)'),
      p(
        t(
          w(
            '苦情及びご相談は、次の窓口で承ります。',
            'Complaints and inquiries are received at the following desk.',
          ),
        ),
      ),
      desk,
      p(
        t(w('書面は', 'Letters go to ')),
        { ...desk, lines: desk.lines.slice(0, 2) },
        t(w('へ、電子メールは', ', e-mail to ')),
        {
          type: 'value',
          of: 'contact',
          record: 'contact-desk',
          field: 'email',
          text: 'privacy@aoba-bungu.example',
        },
        t(w('へお送りください。', '.')),
      ),
    ),
    headingAbove: true,
  }

  return {
    type: 'document',
    schema: 1,
    locale,
    title: { text: w('プライバシーポリシー', 'Privacy Policy'), printed: true },
    organisation: {
      id: 'organisation-aoba',
      legalName: company,
      selfTerm: w('当社', 'the Company'),
      representatives: [
        { title: w('代表取締役', 'President'), name: w('森野 一樹', 'Kazuki Morino') },
      ],
      url: 'https://aoba-bungu.example/',
    },
    dates: [
      { kind: 'enacted', date: '2021-04-01', text: w('令和3年4月1日', 'April 1, 2021') },
      { kind: 'effective', date: '2021-04-01', text: w('令和3年4月1日', 'April 1, 2021') },
    ],
    children: [
      p(
        {
          type: 'value',
          of: 'organisation',
          record: 'organisation-aoba',
          field: 'legalName',
          text: company,
        },
        t(w('（以下「', ' (“')),
        { type: 'definedTerm', term: w('当社', 'the Company'), meaning: company },
        t(w('」といいます。）は、', '”) complies with ')),
        {
          type: 'lawReference',
          law: act,
          text: w(act, 'the Act on the Protection of Personal Information'),
        },
        t(w('を遵守します。', '. ')),
        {
          type: 'strong',
          children: [t(w('「要配慮個人情報」', 'Special care-required information'))],
        },
        t(
          w(
            'は、あらかじめ本人の同意を得ないで取得しません。',
            ' is not acquired without consent.',
          ),
        ),
      ),
      purposes,
      provision,
      jointUse,
      measures,
      requests,
      contact,
      p(
        {
          type: 'date',
          kinds: ['enacted', 'effective'],
          date: '2021-04-01',
          text: w('令和3年4月1日', 'April 1, 2021'),
        },
        t(w('　制定・施行', ' (enacted and effective)')),
      ),
      {
        type: 'signature',
        children: [p(t(company)), p(t(w('代表取締役　森野　一樹', 'Kazuki Morino, President')))],
      },
      { type: 'endMark', text: w('以上', 'End') },
    ],
  }
}
