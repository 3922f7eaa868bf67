/** What the commands print: one line in the language of the terminal. Plain JavaScript, for it runs before npm has. */

/** @typedef {import('../core/words.ts').Words} Words */

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const language = locale.startsWith('ja') ? 'ja' : 'en'

/** @param {Words} words */
export function say(words) {
  process.stdout.write(`${words[language]}\n`)
}

/**
 * Says what is wrong and what to do about it, and ends the process.
 * @param {Words} words
 * @returns {never}
 */
export function refuse(words) {
  process.stderr.write(`${words[language]}\n`)
  process.exit(1)
}
