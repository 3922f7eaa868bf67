import { OperationRefused } from '../refused.ts'

export const policyMissing = (policy: string) =>
  new OperationRefused('policy-missing', {
    ja: `ポリシー「${policy}」がありません（またはごみ箱にあります）。`,
    en: `There is no policy \`${policy}\`, or it is in the trash.`,
  })
