/**
 * Which characters a TrueType font has a glyph for, read from its `cmap` (OpenType 1.9, format 12).
 *
 * @param {Buffer} font
 * @returns {(codePoint: number) => boolean}
 */
export function coverageOf(font) {
  const table = tableAt(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, i) => {
    const record = table + 4 + i * 8
    const at = table + font.readUInt32BE(record + 4)
    return { at, format: font.readUInt16BE(at) }
  })
  const wide = subtables.find(({ format }) => format === 12)
  if (!wide) throw new Error('Expected a font with a cmap of format 12')
  const covered = new Set()
  const groups = font.readUInt32BE(wide.at + 12)
  for (let i = 0; i < groups; i++) {
    const group = wide.at + 16 + i * 12
    const first = font.readUInt32BE(group)
    const last = font.readUInt32BE(group + 4)
    const glyph = font.readUInt32BE(group + 8)
    for (let sign = first; sign <= last; sign++) if (glyph + sign - first > 0) covered.add(sign)
  }
  return (codePoint) => covered.has(codePoint)
}

/**
 * @param {Buffer} font
 * @param {string} tag
 */
function tableAt(font, tag) {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`Expected a font with a table \`${tag}\``)
}
