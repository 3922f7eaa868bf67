import { createHash } from 'node:crypto'

const css = `/* The page of a policy: for a phone first, then for a desk, then for paper. */
:root {
  color-scheme: light dark;
  --ink: #1b1d21;
  --muted: #565c66;
  --paper: #ffffff;
  --tint: #f3f5f8;
  --line: #d5d9df;
  --link: #17489b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e5e7ea;
    --muted: #a9b0bb;
    --paper: #15171b;
    --tint: #1f2228;
    --line: #3a404a;
    --link: #a3c5ff;
  }
}

*, ::before, ::after { box-sizing: border-box; }
html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  scroll-padding-block-start: 1rem;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.75 "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", "Noto Sans JP Variable", sans-serif;
  overflow-wrap: anywhere;
}
/* 禁則 as books set it: no small kana, ー or 々 at the start of a line. */
:lang(ja) { line-break: strict; }
body:lang(ja) { line-height: 1.9; text-autospace: normal; }
h1, h2, h3, h4, h5, h6 {
  margin: 0;
  line-height: 1.5;
  text-wrap: balance;
}
:is(h1, h2, h3, h4, h5, h6):lang(ja) { font-feature-settings: "palt"; }
:is(h1, h2, h3, h4, h5, h6, nav li, th):lang(ja) { word-break: auto-phrase; }
p { margin: 0; }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }

.visually-hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip-link {
  position: absolute;
  inset-block-start: -100vh;
  inset-inline-start: 1rem;
  z-index: 1;
  padding: 0.5rem 1rem;
  background: var(--paper);
}
.skip-link:focus { inset-block-start: 0.5rem; }

.page-header, .page-body, .page-footer {
  max-inline-size: 44rem;
  margin-inline: auto;
  padding-inline: max(1.25rem, env(safe-area-inset-left)) max(1.25rem, env(safe-area-inset-right));
}
.page-header {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1.5rem;
  padding-block: 0.75rem;
  font-size: 0.875rem;
}
.page-header a, .page-header span { display: inline-block; padding-block: 0.25rem; }
.page-header ul { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; }
[aria-current] { font-weight: 700; }

.contents ol { margin: 0; padding: 0; list-style: none; font-size: 0.875rem; line-height: 1.6; }
.contents ol ol { padding-inline-start: 1em; }
.contents a { display: block; padding-block: 0.3125rem; color: inherit; text-decoration: none; }
.contents a:hover { color: var(--link); text-decoration: underline; }
.contents h2, .contents summary { font-size: 0.875rem; font-weight: 700; }
.contents-open { display: none; }
.contents-folded { margin-block-end: 2rem; background: var(--tint); border-radius: 6px; }
.contents-folded summary { padding: 0.625rem 1rem; cursor: pointer; }
.contents-folded ol { padding: 0 1rem 0.75rem; }
.contents-folded ol ol { padding: 0 0 0 1em; }

.edition-line { margin-block: 1rem 0.5rem; color: var(--muted); font-size: 0.875rem; }
.edition-notice {
  margin-block: 1rem;
  padding: 0.75rem 1rem;
  border-inline-start: 4px solid var(--link);
  background: var(--tint);
}

.problem { padding-block: 3rem; }
.problem h1 { margin-block-end: 1rem; font-size: 1.625rem; }
.problem ul { margin-block: 1.5rem 0; padding: 0; list-style: none; }

.policy h1 { margin-block: 0 1.75rem; font-size: 1.625rem; }
.policy section { margin-block-start: 1.75em; }
.policy > section { margin-block-start: 2.75em; }
.policy > section + :not(section) { margin-block-start: 2.75em; }
.policy h2 { margin-block-end: 0.625rem; font-size: 1.1875rem; }
.policy :is(h3, h4, h5, h6) { margin-block-end: 0.375em; font-size: 1em; }
.policy section:target > :is(h2, h3, h4, h5, h6) { background: var(--tint); }
.policy li:target { background: var(--tint); }
.policy p + p { margin-block-start: 0.625em; }
.policy ul { margin: 0.5em 0; padding: 0; list-style: none; }
.policy li { padding-inline-start: var(--hang); }
.policy li + li { margin-block-start: 0.25em; }
.hang-0 { --hang: 0em; }
.hang-1 { --hang: 1em; }
.hang-2 { --hang: 2em; }
.hang-3 { --hang: 3em; }
.hang-4 { --hang: 4em; }
.hang-5 { --hang: 5em; }
.policy li > .marker:first-child {
  display: inline-block;
  min-inline-size: var(--hang);
  margin-inline-start: calc(-1 * var(--hang));
  white-space: pre;
}
.policy dfn { font-style: normal; }
.policy table {
  inline-size: 100%;
  margin-block: 0.75em;
  border-collapse: collapse;
  font-size: 0.9375em;
  line-height: 1.65;
}
.policy :is(th, td) {
  padding: 0.5em 0.625em;
  border: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
.policy th { background: var(--tint); font-weight: 600; }
.policy address { font-style: normal; }
.policy address[data-type="contact"] {
  margin-block: 0.75em;
  padding: 0.75em 1em;
  background: var(--tint);
  border-radius: 6px;
}
.policy .signature { text-align: end; }
.policy * + .signature { margin-block-start: 2em; }
.policy .signature p + p { margin-block-start: 0; }
.policy .end-mark { margin-block-start: 1em; text-align: end; }

.comparison-line { text-align: end; }
.comparison h1 { margin-block-end: 1rem; font-size: 1.375rem; text-align: center; }
.comparison h2 { margin-block: 1rem 0; font-size: 0.875rem; }
.comparison u { text-underline-offset: 0.25em; text-decoration-thickness: 1px; }
.comparison-table {
  inline-size: 100%;
  margin-block-start: 1rem;
  border: 1px solid var(--ink);
  border-collapse: collapse;
  table-layout: fixed;
  font-size: 0.9375em;
  line-height: 1.7;
}
.comparison-table caption { position: absolute; clip-path: inset(50%); }
.comparison-table :is(th, td) {
  padding: 0.25em 0.625em;
  border-inline: 1px solid var(--ink);
  text-align: start;
  vertical-align: top;
}
.comparison-table th { border-block-end: 1px solid var(--ink); font-weight: 400; text-align: center; }
.comparison-table .opens td { border-block-start: 1px solid var(--line); }
.comparison-table .depth-1 { padding-inline-start: 1em; }
.comparison-table .depth-2 { padding-inline-start: 2em; }
.comparison-table .depth-3 { padding-inline-start: 3em; }
.comparison-remarks { margin: 0; padding: 0; list-style: none; font-size: 0.875rem; }

.page-footer {
  margin-block-start: 4rem;
  padding-block: 1.5rem 3rem;
  border-block-start: 1px solid var(--line);
  font-size: 0.875rem;
  line-height: 1.7;
}
.page-footer h2 { margin-block: 1.5rem 0.25rem; font-size: 0.875rem; }
.page-footer dl { display: grid; grid-template-columns: auto 1fr; gap: 0 1rem; margin: 0; }
.page-footer dt { color: var(--muted); }
.page-footer dd { margin: 0; }
.page-footer code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.page-footer ul, .page-footer ol { margin: 0; padding: 0; list-style: none; }
.page-footer ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.page-footer li > a { display: inline-block; padding-block: 0.1875rem; }
.page-footer .summary { color: var(--muted); }

@media screen and (min-width: 64rem) {
  body { font-size: 1.0625rem; }
  .page-header, .page-body, .page-footer { max-inline-size: 66rem; padding-inline: 2rem; }
  .page-body {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: 4rem;
    align-items: start;
  }
  .page-body > main { grid-column: 2; }
  .page-footer { padding-inline-start: 21rem; border: 0; }
  .page-footer::before {
    content: "";
    display: block;
    margin-block-end: 1.5rem;
    border-block-start: 1px solid var(--line);
  }
  .contents-folded { display: none; }
  .contents-open {
    display: block;
    position: sticky;
    inset-block-start: 0;
    max-block-size: 100vh;
    padding-block: 1.25rem;
    overflow-y: auto;
  }
  .contents-open h2 { margin-block-end: 0.375rem; }
  .policy h1 { font-size: 2rem; }
  .policy h2 { font-size: 1.3125rem; }
}

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}

@page {
  size: A4;
  margin: 22mm 22mm 24mm;
  @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000000;
    --muted: #333333;
    --paper: #ffffff;
    --tint: #ffffff;
    --line: #888888;
    --link: #000000;
  }
  body { font-size: 10pt; line-height: 1.75; orphans: 2; widows: 2; }
  nav, .skip-link, .edition-notice a, .page-footer section + section { display: none; }
  .page-header, .page-body, .page-footer { display: block; max-inline-size: none; padding: 0; }
  .page-header { margin-block-end: 6mm; }
  .page-footer { margin-block-start: 10mm; font-size: 8pt; break-inside: avoid; }
  .page-footer h2 { font-size: 9pt; }
  .policy h1 { font-size: 16pt; }
  .policy h2 { font-size: 12pt; }
  .policy :is(h1, h2, h3, h4, h5, h6) { break-after: avoid; break-inside: avoid; }
  .policy :is(tr, address) { break-inside: avoid; }
  .policy .end-mark { break-before: avoid; }
  .policy thead { display: table-header-group; }
  .policy address[data-type="contact"] { padding: 3mm; border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
}
`

/** The one style sheet of the page. Its address changes with its text, so that it can be kept for ever. */
export const pageStyle = {
  text: css,
  mediaType: 'text/css; charset=utf-8',
  path: '/assets/policy.css',
  url: `/assets/policy.css?v=${createHash('sha256').update(css, 'utf8').digest('hex').slice(0, 16)}`,
} as const

/**
 * The faces of `Noto Sans JP Variable`, as @fontsource-variable/noto-sans-jp has them: the package's folder is served
 * under /assets/fonts. Browsers fetch only the slices they need, and none where the system has a Japanese font.
 */
export const fontStyleUrl = '/assets/fonts/index.css'
