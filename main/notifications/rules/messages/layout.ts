import { escaped } from './texts.ts'

/**
 * HTML for mail programs: tables and inline styles, which all of them understand, 600 pixels at most, nothing loaded from
 * anywhere. The dark look is added by the one style that programs with a dark look read; the others leave it out.
 */

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const INK = '#1b1c20'
const INK_2 = '#50535b'
const INK_3 = '#65686f'
const ACCENT = '#454fc9'
const LINE = '#e4e4e9'

const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#111214!important}
.card{background:#1c1d21!important;border-color:#2e3036!important}
.ink{color:#ececf0!important}
.ink2{color:#b1b3bb!important}
.ink3{color:#9a9da6!important}
.link{color:#98a0ff!important}
.line{border-color:#2e3036!important}
.score{background:#282b47!important;color:#c7cbff!important}
.fresh{background:#173325!important;color:#62c794!important}
}
@media (max-width:480px){
.room{padding-left:16px!important;padding-right:16px!important}
.edge{padding:0!important}
}`

export interface Page {
  title: string
  /** What lists of mails show beside the subject. */
  preheader: string
  heading: string
  /** Small, above the heading; empty: nothing. */
  above: string
  /** Rows of the one table, each made by a function below. */
  rows: readonly string[]
  footer: readonly string[]
}

/** A whole mail. Texts are escaped here and in the rows; callers hand them in as they are. */
export function pageOf({ title, preheader, heading, above, rows, footer }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(title)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f6f6f8;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all">${escaped(preheader)}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f6f8">
<tr><td class="edge" align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid ${LINE};border-radius:8px;border-collapse:separate;${FONT}">
<tr><td class="room" style="padding:28px 32px 4px">
${above === '' ? '' : `<div class="ink3" style="font-size:13px;line-height:18px;color:${INK_3};padding-bottom:4px">${escaped(above)}</div>\n`}<h1 class="ink" style="margin:0;font-size:22px;line-height:29px;font-weight:600;color:${INK};overflow-wrap:anywhere">${escaped(heading)}</h1>
</td></tr>
${rows.join('\n')}
<tr><td class="room line" style="padding:18px 32px 24px;border-top:1px solid ${LINE}">
${footer.map(text => `<div class="ink3" style="font-size:12px;line-height:18px;color:${INK_3};overflow-wrap:anywhere">${escaped(text)}</div>`).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

const room = (inner: string, padding = '12px 32px'): string =>
  `<tr><td class="room" style="padding:${padding}">${inner}</td></tr>`

/** A paragraph. */
export const textRow = (text: string): string =>
  room(
    `<div class="ink2" style="font-size:15px;line-height:22px;color:${INK_2};overflow-wrap:anywhere">${escaped(text)}</div>`,
    '8px 32px',
  )

/** A small heading above what follows. */
export const headingRow = (text: string): string =>
  room(
    `<div class="ink" style="font-size:15px;line-height:20px;font-weight:600;color:${INK}">${escaped(text)}</div>`,
    '16px 32px 4px',
  )

/** A link that stands alone. `url` must be one that may be linked to. */
export const linkRow = (text: string, url: string): string =>
  room(
    `<a class="link" href="${escaped(url)}" style="font-size:15px;line-height:22px;font-weight:600;color:${ACCENT};text-decoration:underline;overflow-wrap:anywhere">${escaped(text)}</a>`,
    '8px 32px 16px',
  )

/** A list with a dot before each line. */
export const listRow = (lines: readonly string[]): string =>
  room(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${lines
      .map(
        text =>
          `<tr><td class="ink3" valign="top" width="16" style="font-size:15px;line-height:22px;color:${INK_3}">&bull;</td><td class="ink2" style="font-size:15px;line-height:22px;color:${INK_2};overflow-wrap:anywhere">${escaped(text)}</td></tr>`,
      )
      .join('')}</table>`,
    '0 32px 20px',
  )

/** Labels with their values, the values at the right where they are figures. */
export const factsRow = (facts: readonly { label: string; value: string }[], figures = false): string =>
  room(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${facts
      .map(({ label, value }, index) => {
        const border = index === 0 ? '' : `border-top:1px solid ${LINE};`
        return `<tr><td class="ink2 line" valign="top" style="${border}padding:9px 12px 9px 0;font-size:15px;line-height:21px;color:${INK_2};${figures ? '' : 'width:30%;'}">${escaped(label)}</td><td class="ink line" valign="top"${figures ? ' align="right"' : ''} style="${border}padding:9px 0;font-size:15px;line-height:21px;color:${INK};${figures ? 'font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap' : 'overflow-wrap:anywhere'}">${escaped(value)}</td></tr>`
      })
      .join('')}</table>`,
  )

/** One job: its score beside its title, and beneath it what a person decides by. */
export function jobRow(job: {
  score: string
  title: string
  /** That may be linked to; null: the title is no link. */
  url: string | null
  fresh: boolean
  lines: readonly string[]
  first: boolean
}): string {
  const border = job.first ? '' : `border-top:1px solid ${LINE};`
  const style = 'font-size:16px;line-height:22px;font-weight:600;overflow-wrap:anywhere'
  const title =
    job.url === null
      ? `<span class="ink" style="${style};color:${INK}">${escaped(job.title)}</span>`
      : `<a class="link" href="${escaped(job.url)}" style="${style};color:${ACCENT};text-decoration:underline">${escaped(job.title)}</a>`
  const fresh = job.fresh
    ? ` <span class="fresh" style="display:inline-block;padding:0 6px;border-radius:4px;background:#e6f4ec;color:#17734a;font-size:12px;line-height:18px;font-weight:600">New</span>`
    : ''
  const lines = job.lines
    .map(
      (text, index) =>
        `<div class="${index === 0 ? 'ink2' : 'ink3'}" style="font-size:14px;line-height:20px;color:${index === 0 ? INK_2 : INK_3};padding-top:2px;overflow-wrap:anywhere">${escaped(text)}</div>`,
    )
    .join('')
  return room(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="line" valign="top" width="56" style="${border}padding:14px 0"><div class="score" style="width:40px;border-radius:6px;background:#eceefb;color:#343d9e;font-size:16px;line-height:28px;font-weight:700;text-align:center;font-variant-numeric:tabular-nums">${escaped(job.score)}</div></td><td class="line" valign="top" style="${border}padding:14px 0">${title}${fresh}${lines}</td></tr></table>`,
    '0 32px',
  )
}
