import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command as Cmdk } from 'cmdk'
import { Building2, X } from 'lucide-react'
import { useState } from 'react'
import type { CompanyId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'

/** Shows the applications at one company only; a chosen one is taken away by a press. */
export function CompanyFilter({
  companyId,
  onChange,
}: {
  companyId: CompanyId | null
  onChange: (companyId: CompanyId | null) => void
}) {
  return companyId === null ? (
    <Chooser onChoose={onChange} />
  ) : (
    <Chosen companyId={companyId} onClear={() => onChange(null)} />
  )
}

function Chosen({ companyId, onClear }: { companyId: CompanyId; onClear: () => void }) {
  const { data } = useQuery(ask('companies', 'get', { companyId, jobs: 0 }))
  const name = data?.name ?? 'One company'
  return (
    <Button
      icon={X}
      aria-label={`${name}: show all companies`}
      className="max-w-56 border-accent! bg-accent-soft!"
      onClick={onClear}
    >
      <span className="truncate">{name}</span>
    </Button>
  )
}

const MOST = 12

function Chooser({ onChoose }: { onChoose: (companyId: CompanyId) => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [value, setValue] = useState('')
  const { data, isPending } = useQuery({
    ...ask('companies', 'list', { text: text.trim(), limit: MOST }),
    placeholderData: keepPreviousData,
    enabled: open,
  })
  // Answers come after the typing: the choice that has gone from them gives way to the first.
  const values = (data?.rows ?? []).map(row => String(row.id))
  const shownValue = values.includes(value) ? value : (values[0] ?? '')
  return (
    <Popover
      title="Company"
      className="w-72"
      open={open}
      onOpenChange={next => {
        setOpen(next)
        setText('')
      }}
      trigger={<Button icon={Building2}>Company</Button>}
    >
      <Cmdk label="Company" shouldFilter={false} loop value={shownValue} onValueChange={setValue}>
        <Cmdk.Input
          value={text}
          onValueChange={setText}
          placeholder="Name of a company"
          className="h-9 w-full border-b border-line bg-transparent px-3 text-base outline-none placeholder:text-ink-3"
        />
        <Cmdk.List className="max-h-64 overflow-y-auto p-1">
          {data?.rows.length === 0 ? (
            <Cmdk.Empty className="px-2 py-3 text-ink-3">No company has this name.</Cmdk.Empty>
          ) : null}
          {isPending ? <Cmdk.Loading className="px-2 py-3 text-ink-3">Loading</Cmdk.Loading> : null}
          {(data?.rows ?? []).map(row => (
            <Cmdk.Item
              key={row.id}
              value={String(row.id)}
              onSelect={() => {
                setOpen(false)
                onChoose(row.id)
              }}
              className="flex min-h-8 items-center rounded-sm px-2 data-[selected=true]:bg-selected"
            >
              <span className="truncate">{row.name}</span>
            </Cmdk.Item>
          ))}
        </Cmdk.List>
      </Cmdk>
    </Popover>
  )
}
