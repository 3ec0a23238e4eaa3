import { type FormEvent, useRef, useState } from 'react'
import { Settings } from '../../../../main/contract/shapes.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'

/** How requests leave this computer. */
export function Network({ proxy }: { proxy: string | null }) {
  const [text, setText] = useState(proxy ?? '')
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim() === '' ? null : text.trim()
    const checked = Settings.shape.proxy.safeParse(wanted)
    if (!checked.success) {
      setProblem(`${checked.error.issues[0]?.message ?? 'This is no address'}. Nothing was changed.`)
      form.current?.querySelector('input')?.focus()
      return
    }
    if (wanted === proxy) return
    await updateSettings({ proxy: wanted })
    toast(
      wanted === null ? 'Requests go out as the system says' : 'Requests go through the proxy from now on',
      {
        onUndo: () => updateSettings({ proxy }),
      },
    )
  }
  return (
    <Section
      title="Network"
      lead="Rolecall asks only the sources and look-ups that you switched on, and the addresses that you give it."
    >
      <form
        ref={form}
        noValidate
        onSubmit={event => void save(event)}
        className="flex flex-wrap items-start gap-2"
      >
        <TextField
          label="Proxy"
          hint="Only where your network needs one; else leave it empty, and the system's own setting is used. Keys stay encrypted on the way to their source."
          placeholder="http://proxy.example:8080"
          inputMode="url"
          spellCheck={false}
          className="min-w-52 flex-1"
          value={text}
          error={problem}
          onChange={event => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit" aria-label="Save the proxy" className="mt-6">
          Save
        </Button>
      </form>
    </Section>
  )
}
