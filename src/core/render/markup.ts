/** HTML as it is sent: what stands in it is escaped. */
export type Markup = string

export const lineBreak: Markup = '<br>'

/** An attribute to put behind the name of an element, of a value that may not be there. */
export const attribute = (name: string, value: string | null | undefined): Markup =>
  value === null || value === undefined ? '' : ` ${name}="${escapedValue(value)}"`

/** Text between tags (HTML 13.1.2, what data may hold). */
export const escaped = (text: string): Markup =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text

/** A value between double quotes; those of old browsers that read more as its end are escaped too. */
export const escapedValue = (value: string): string =>
  /["&'`\0]/.test(value)
    ? value.replaceAll(
        /["&'`\0]/g,
        (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`,
      )
    : value
