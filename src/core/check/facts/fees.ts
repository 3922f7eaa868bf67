import type { Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'
import { requests } from './requests.ts'

/** Sentences that ask for a fee for requests; none where there is no charge. */
export const feeSentences = fact((analysis): readonly Sentence[] => {
  const sentences = requests(analysis).sentences.filter(
    ({ passage }) => passage.kind !== 'heading' && passage.kind !== 'title',
  )
  const paid = analysis.of('fee')
  return sentences.filter(
    (one) =>
      ((/手数料/u.test(one.key) || /手数料/u.test(one.passage.section?.node.heading ?? '')) &&
        !free.test(one.key) &&
        charges.test(one.key)) ||
      paid.some(
        ({ start }) => one.start <= start && start < one.end && /手数料|費用|負担/u.test(one.key),
      ),
  )
})

const free =
  /手数料(?:は|について)?[^。]{0,20}(?:不要|無料|いただ(?:きません|いておりません|かない)|かかりません|頂きません|徴収(?:し|いたし)ません|要しません|ありません)|無料|無償/u
const charges =
  /いただ|頂|申し受け|徴収|請求(?:いた|し|させ)|負担|納付|支払|お?振込|必要|円|ご?用意|同封|定める/u
