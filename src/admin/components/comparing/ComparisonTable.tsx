'use client'
import type { ComparisonTable as Table } from '../../../core/compare/table/table.ts'
import { cellsOf, linesOf } from '../../../core/render/comparison/cells.ts'

/** The 新旧対照表: what is new stands in `ins`, what is gone in `del`, what is the same is folded. */
export function ComparisonTable({ table }: { readonly table: Table }) {
  const { locale, title, lines, columns, rows, remarks } = table
  return (
    <div className="comparing__paper" lang={locale}>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line} className="comparing__line">
          {line}
        </p>
      ))}
      {rows.length > 0 && (
        <table className="comparing__table">
          <caption>{columns.map(({ label }) => label).join(' / ')}</caption>
          <thead>
            <tr>
              {columns.map(({ side, label }) => (
                <th key={side} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} className={row.opens ? 'opens' : undefined}>
                {cellsOf(table, row).map((cell, at) => {
                  const side = columns[at]?.side ?? 'after'
                  // （新設） and （削る） say what is not there.
                  const isNote = cell.note === 'new' || cell.note === 'removed'
                  const Mark = isNote ? 'em' : side === 'after' ? 'ins' : 'del'
                  return (
                    <td key={side} className={side}>
                      {linesOf(cell, locale).map(({ stretches, depth, isHeading }, place) => (
                        <p
                          key={place}
                          className={[
                            `depth-${depth}`,
                            ...(isHeading ? ['heading'] : []),
                            ...(cell.note === 'omitted' ? ['omitted'] : []),
                          ].join(' ')}
                        >
                          {stretches.map(({ text, changed }, of) =>
                            changed ? <Mark key={of}>{text}</Mark> : <span key={of}>{text}</span>,
                          )}
                        </p>
                      ))}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="comparing__remarks">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </div>
  )
}
