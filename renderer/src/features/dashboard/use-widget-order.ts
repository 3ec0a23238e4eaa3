import type { DashboardWidget } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { updateSettings, useSettings } from '../../app/use-settings.ts'
import { toast } from '../../ui/toast-store.ts'
import { fullOrder, movedTo, type Placed, withShown } from './widget-order.ts'
import { WIDGET_FACES } from './widgets.tsx'

/** The order of the widgets and the ways to change it; each change is kept at once and can be taken back. */
export function useWidgetOrder() {
  const kept = useSettings().data?.dashboard ?? []
  const order = fullOrder(kept)
  const change = (next: readonly Placed[], said: string) => {
    void updateSettings({ dashboard: [...next] })
    toast(said, { onUndo: () => updateSettings({ dashboard: kept }) })
  }
  return {
    order,
    /** To an index of the whole order, hidden ones counted. */
    move: (widget: DashboardWidget, index: number) => {
      const next = movedTo(order, widget, index)
      const place = next.findIndex(one => one.widget === widget)
      if (place === order.findIndex(one => one.widget === widget)) return
      const { title } = WIDGET_FACES[widget]
      change(next, `Moved ${title}`)
      announce(`${title}, ${place + 1} of ${next.length}`)
    },
    show: (widget: DashboardWidget, shown: boolean) => {
      const { title } = WIDGET_FACES[widget]
      change(withShown(order, widget, shown), shown ? `${title} is shown` : `${title} is hidden`)
    },
    reset: () => change([], 'The dashboard is as at first'),
  }
}

export type WidgetOrder = ReturnType<typeof useWidgetOrder>
