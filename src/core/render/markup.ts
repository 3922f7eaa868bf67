/** HTML as it is sent: what stands in it is escaped. */
export type Markup = string

export type Attributes = { readonly [name: string]: string | null | undefined }

/** An element with what stands in it, written at once: a tree of elements would take many times as long. */
export function element(name: string, attributes: Attributes, content: Markup): Markup {
  let its = ''
  for (const attribute in attributes) {
    const value = attributes[attribute]
    if (value !== null && value !== undefined) its += ` ${attribute}="${escapedValue(value)}"`
  }
  return `<${name}${its}>${content}</${name}>`
}

export const lineBreak: Markup = '<br>'

/** Text between tags (HTML 13.1.2, what data may hold). */
export const escaped = (text: string): Markup =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text

/** A value between double quotes; those of old browsers that read more as its end are escaped too. */
const escapedValue = (value: string): string =>
  /["&'`\0]/.test(value)
    ? value.replaceAll(
        /["&'`\0]/g,
        (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`,
      )
    : value
