import { Plus, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { CompanyView } from '../../../../main/contract/companies.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'

/** Other names whose postings count as this company's. */
export function CompanyAliases({ company }: { company: CompanyView }) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const add = useChange(client.companies.addAlias, error => setProblem(errorOf(error).message))
  const remove = useChange(client.companies.removeAlias)
  const field = () => form.current?.querySelector('input')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    field()?.focus()
    if (name.trim() === '') {
      setProblem('Write the other name first.')
      return
    }
    add.mutate(
      { companyId: company.id, name },
      {
        onSuccess: ({ undo }) => {
          setName('')
          setProblem(undo ? undefined : 'This name is there already.')
        },
      },
    )
  }
  return (
    <Section title="Other names" lead="Postings under these names count as this company’s.">
      {company.aliases.length > 0 ? (
        <ul aria-label="Other names" className="flex flex-wrap gap-1.5 pb-3">
          {company.aliases.map(alias => (
            <li key={alias} className="flex min-w-0 items-center rounded bg-hover pl-2 text-sm">
              <span className="truncate">{alias}</span>
              <IconButton
                label={`Remove the name ${alias}`}
                icon={X}
                onClick={() => {
                  remove.mutate({ companyId: company.id, name: alias })
                  field()?.focus()
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <form ref={form} noValidate onSubmit={submit} className="flex items-start gap-2">
        <TextField
          label="Another name"
          hideLabel
          placeholder="Another name"
          maxLength={200}
          className="max-w-72 flex-1"
          value={name}
          error={problem}
          onChange={event => {
            setName(event.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit" icon={Plus} busy={add.isPending}>
          Add
        </Button>
      </form>
      <p className="pt-1 text-xs text-ink-3">
        A company of that name is joined into this one; its jobs come along.
      </p>
    </Section>
  )
}
