import { Parser } from 'htmlparser2'

/** What a paragraph or a run looks like; undefined where it is not said. */
export interface Look {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  /** Points. */
  size?: number
  /** Hex digits, or `auto`. */
  color?: string
  /** Of a paragraph: its level as a heading from 1, whether it is an item of a list, the space around it in points. */
  heading?: number
  listed?: boolean
  before?: number
  after?: number
  /** It has a background of its own. */
  shaded?: boolean
}

export interface Styles {
  /** What holds where nothing is said. */
  usual: Look
  /** The look of a style with all that it is based on. */
  of: (id: string | undefined) => Look
}

interface Style {
  based: string | undefined
  look: Look
}

/** Reads the styles of a Word file; missing ones say nothing. */
export function stylesOf(xml: string | null): Styles {
  const styles = new Map<string, Style>()
  const usual: Look = {}
  let open: Style | null = null
  let defaults = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'w:docDefaults') defaults = true
        if (tag === 'w:style') {
          open = { based: undefined, look: {} }
          styles.set(attributes['w:styleId'] ?? '', open)
        }
        const look = open?.look ?? (defaults ? usual : null)
        if (!look) return
        if (tag === 'w:basedOn' && open) open.based = attributes['w:val']
        if (tag === 'w:name') {
          const level = /^heading (\d)/i.exec(attributes['w:val'] ?? '')?.[1]
          if (level) look.heading = Number(level)
        }
        addLook(look, tag, attributes)
      },
      onclosetag(tag) {
        if (tag === 'w:style') open = null
        if (tag === 'w:docDefaults') defaults = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml ?? '')
  const merged = new Map<string, Look>()
  const of = (id: string | undefined, depth = 0): Look => {
    const style = id === undefined ? undefined : styles.get(id)
    if (!style || id === undefined || depth > 20) return {}
    const known = merged.get(id)
    if (known) return known
    const look = { ...of(style.based, depth + 1), ...style.look }
    merged.set(id, look)
    return look
  }
  return { usual, of: id => of(id) }
}

const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/i.test(value)

/** Adds what one property says. */
export function addLook(look: Look, tag: string, attributes: Record<string, string>): void {
  const value = attributes['w:val']
  switch (tag) {
    case 'w:b':
      look.bold = isOn(value)
      break
    case 'w:i':
      look.italic = isOn(value)
      break
    case 'w:vanish':
    case 'w:specVanish':
      look.hidden = isOn(value)
      break
    case 'w:sz':
      if (Number(value) > 0) look.size = Number(value) / 2
      break
    case 'w:color':
      look.color = (value ?? 'auto').toLowerCase()
      break
    case 'w:outlineLvl':
      if (Number(value) < 6) look.heading = Number(value) + 1
      break
    case 'w:numId':
      look.listed = value !== '0'
      break
    case 'w:spacing':
      if (attributes['w:before'] !== undefined) look.before = Number(attributes['w:before']) / 20
      if (attributes['w:after'] !== undefined) look.after = Number(attributes['w:after']) / 20
      break
    case 'w:shd':
      if (!/^(?:auto|ffffff)$/i.test(attributes['w:fill'] ?? 'auto')) look.shaded = true
      break
    default:
  }
}
