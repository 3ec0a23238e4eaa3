import { DASHBOARD_WIDGETS, type DashboardWidget } from '../../../../main/contract/shapes.ts'

/** Where a widget stands is its place in the list. */
export interface Placed {
  widget: DashboardWidget
  shown: boolean
}

/** The order of a dashboard that nobody arranged. */
export const PLAIN_ORDER: readonly Placed[] = DASHBOARD_WIDGETS.map(widget => ({ widget, shown: true }))

/** Every widget once: those that the settings name in their order, then the others in the order of the app. */
export function fullOrder(kept: readonly Placed[]): Placed[] {
  const named = new Map(kept.map(one => [one.widget, one]))
  return [...named.values(), ...PLAIN_ORDER.filter(one => !named.has(one.widget))]
}

/** The order with one widget at another index; others close up and make room. */
export function movedTo(order: readonly Placed[], widget: DashboardWidget, index: number): Placed[] {
  const from = order.findIndex(one => one.widget === widget)
  const one = order[from]
  if (!one) return [...order]
  const rest = order.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(rest.length, index)), 0, one)
}

/** The order with one widget shown or hidden, where it stands. */
export const withShown = (order: readonly Placed[], widget: DashboardWidget, shown: boolean): Placed[] =>
  order.map(one => (one.widget === widget ? { ...one, shown } : one))

/** True when nothing was arranged. */
export const isPlain = (order: readonly Placed[]): boolean =>
  order.every((one, index) => one.shown && one.widget === PLAIN_ORDER[index]?.widget)

/** Columns for a width in rem: no widget is narrower than a line of a job needs, or wider than one reads. */
export function columnsFor(rem: number): number {
  const steps = [44, 70, 104, 140]
  return 1 + steps.filter(step => rem >= step).length
}

/** How many columns a widget would like to have. */
const wish = (widget: DashboardWidget, columns: number): number =>
  widget === 'numbers' ? columns : widget === 'activity' ? Math.min(2, columns) : 1

/** Widgets that use more room than they need, the first to get what is left of a row. */
const ELASTIC: readonly DashboardWidget[] = [
  'activity',
  'runs',
  'favourites',
  'last_applied',
  'best',
  'recommended',
]

/**
 * How many columns each widget takes, in order: rows are filled to the end, so that no holes stand in the page. What is
 * left of a row goes to those of its widgets that can use it.
 */
export function spansOf(widgets: readonly DashboardWidget[], columns: number): number[] {
  const spans: number[] = []
  let row: number[] = []
  let used = 0
  const fill = () => {
    const open = row.toSorted((a, b) => rank(widgets[a]) - rank(widgets[b]))
    for (let left = columns - used, turn = 0; left > 0 && open.length > 0; left -= 1, turn += 1) {
      const index = open[turn % open.length] ?? 0
      spans[index] = (spans[index] ?? 1) + 1
    }
    row = []
    used = 0
  }
  for (const [index, widget] of widgets.entries()) {
    const span = wish(widget, columns)
    if (used + span > columns) fill()
    spans[index] = span
    row.push(index)
    used += span
  }
  if (used > 0) fill()
  return spans
}

function rank(widget: DashboardWidget | undefined): number {
  const at = widget === undefined ? -1 : ELASTIC.indexOf(widget)
  return at === -1 ? ELASTIC.length : at
}
