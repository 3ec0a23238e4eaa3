import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useAllCommands } from './commands.ts'

/** Keys that lists and layers take themselves, beside the registered commands. */
const LIST_KEYS: readonly (readonly [string, string])[] = [
  ['j', 'Next row'],
  ['k', 'Row before'],
  ['enter', 'Open the row'],
  ['home', 'First row'],
  ['end', 'Last row'],
  ['escape', 'Close a layer'],
  ['f8', 'Go to the messages'],
]

/** All shortcuts that work at this moment. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const commands = useAllCommands().filter(one => one.shortcut)
  const groups = [...new Set(commands.map(one => one.group))]
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" width="wide" reads>
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(group => (
          <Group
            key={group}
            title={group}
            rows={commands
              .filter(one => one.group === group)
              .map(one => [one.shortcut ?? '', one.title] as const)}
          />
        ))}
        <Group title="Lists" rows={LIST_KEYS} />
      </div>
    </Dialog>
  )
}

function Group({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-xs font-medium text-ink-3">{title}</h3>
      <dl>
        {rows.map(([keys, words]) => (
          <div
            key={keys}
            className="flex min-h-7 items-center justify-between gap-4 border-b border-line text-sm"
          >
            <dt className="order-1">
              <Kbd keys={keys} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
