import { Columns3 } from 'lucide-react'
import { DEFAULT_JOB_COLUMNS, JOB_COLUMNS, type JobColumn } from '../../../../main/contract/shapes.ts'
import { updateSettings, useSettings } from '../../app/use-settings.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { COLUMNS, moved } from './columns.ts'
import { OrderList } from './order-list.tsx'

/** Which columns the jobs table has, and in which order. */
export function ColumnsMenu() {
  const chosen: readonly JobColumn[] = useSettings().data?.jobColumns ?? DEFAULT_JOB_COLUMNS
  const set = (jobColumns: JobColumn[]) => void updateSettings({ jobColumns })
  const rest = JOB_COLUMNS.filter(column => !chosen.includes(column))
  const plain = chosen.join() === DEFAULT_JOB_COLUMNS.join()
  return (
    <Popover
      title="Columns"
      align="end"
      className="w-72 p-2"
      trigger={<IconButton label="Columns" icon={Columns3} className="max-md:hidden" />}
    >
      <p className="px-1 pb-1 text-xs text-ink-3">
        The title is always there. What does not fit is left out from the end.
      </p>
      <OrderList
        label="Columns"
        items={[...chosen, ...rest].map(column => ({
          key: column,
          label: COLUMNS[column].label,
          fixed: !chosen.includes(column),
          face: (
            <Checkbox
              label={COLUMNS[column].label}
              checked={chosen.includes(column)}
              onChange={on => set(on ? [...chosen, column] : chosen.filter(other => other !== column))}
            />
          ),
        }))}
        onMove={(from, to) => set(moved(chosen, from, to))}
      />
      <div className="mt-1 flex justify-end border-t border-line pt-2">
        <Button size="small" look="quiet" disabled={plain} onClick={() => set([...DEFAULT_JOB_COLUMNS])}>
          Reset the columns
        </Button>
      </div>
    </Popover>
  )
}
