import type { Words } from '../words.ts'

/** An absolute address that a browser opens safely: http or https, a host, no user name in it, nothing around it. */
export function webUrlProblem(value: string): Words | null {
  if (/^https?:\/\/[^\s\\]+$/i.test(value) && URL.canParse(value)) {
    const { username, password, hostname } = new URL(value)
    if (!username && !password && hostname) return null
  }
  return {
    ja: 'URLは「https://www.example.co.jp/」のように、http:// または https:// から入力してください。',
    en: 'Enter the URL from http:// or https://, such as https://www.example.co.jp/.',
  }
}

/** An address that a link in a body may lead to: a web address, a mail address or a telephone number. */
export function linkUrlProblem(value: string): Words | null {
  if (/^(mailto|tel):[^\s]+$/i.test(value) || webUrlProblem(value) === null) return null
  return {
    ja: 'リンク先は、https://、http://、mailto: または tel: から入力してください。',
    en: 'Enter where the link leads from https://, http://, mailto: or tel:.',
  }
}
