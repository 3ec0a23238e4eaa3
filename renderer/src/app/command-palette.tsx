import { Command as Cmdk } from 'cmdk'
import { CornerDownLeft, Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, useState } from 'react'
import { returnFocus } from '../ui/focus.ts'
import { Kbd } from '../ui/kbd.tsx'
import { type Command, useAllCommands } from './commands.ts'

const ITEM =
  'flex min-h-9 items-center gap-3 rounded-sm px-2 text-base data-[selected=true]:bg-selected data-[selected=true]:text-ink'

/** Every command by its words, with its shortcut; free text searches the jobs. */
export function CommandPalette({
  open,
  onClose,
  onSearch,
}: {
  open: boolean
  onClose: () => void
  onSearch: (text: string) => void
}) {
  const [text, setText] = useState('')
  const commands = useAllCommands()
  const groups = [...new Set(commands.map(one => one.group))]
  const close = () => {
    setText('')
    onClose()
  }
  // Run once the palette has gone and the focus is back, so that the command finds the place it came from.
  const chosen = useRef<(() => void) | null>(null)
  const run = (act: () => void) => {
    chosen.current = act
    close()
  }
  return (
    <Radix.Root open={open} onOpenChange={next => !next && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-float" />
        <Radix.Content
          data-floating
          data-modal
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus()
            chosen.current?.()
            chosen.current = null
          }}
          className="fixed inset-x-2 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded border border-line bg-raised shadow-float animate-float"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Cmdk label="Commands" loop>
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              <Cmdk.Input
                value={text}
                onValueChange={setText}
                placeholder="What do you want to do?"
                className="h-11 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3"
              />
            </div>
            <Cmdk.List className="max-h-[50vh] overflow-y-auto p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3">
              {groups.map(group => (
                <Cmdk.Group key={group} heading={group}>
                  {commands
                    .filter(one => one.group === group)
                    .map(one => (
                      <PaletteItem key={one.id} command={one} onRun={() => run(one.run)} />
                    ))}
                </Cmdk.Group>
              ))}
              {text.trim() !== '' ? (
                <Cmdk.Group heading="Search" forceMount>
                  <Cmdk.Item
                    forceMount
                    value={`search ${text}`}
                    onSelect={() => run(() => onSearch(text.trim()))}
                    className={ITEM}
                  >
                    <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
                    <span className="min-w-0 flex-1 truncate">Search jobs for “{text.trim()}”</span>
                    <CornerDownLeft aria-hidden className="size-4 text-ink-3" />
                  </Cmdk.Item>
                </Cmdk.Group>
              ) : null}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function PaletteItem({ command, onRun }: { command: Command; onRun: () => void }) {
  const Icon = command.icon
  return (
    <Cmdk.Item
      value={command.id}
      keywords={[command.title, command.group, ...(command.keywords?.split(' ') ?? [])]}
      onSelect={onRun}
      className={ITEM}
    >
      {Icon ? (
        <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      ) : (
        <span className="w-4" />
      )}
      <span className="min-w-0 flex-1 truncate">{command.title}</span>
      {command.shortcut ? <Kbd keys={command.shortcut} /> : null}
    </Cmdk.Item>
  )
}
