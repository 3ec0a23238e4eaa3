import { PencilLine } from 'lucide-react'
import type { CompanyFact, CompanyView } from '../../../../main/contract/companies.ts'
import { COMPANY_FACT_LABELS, COMPANY_ORIGIN_LABELS, NOT_STATED } from '../../../../main/contract/labels.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { addressText, factText } from './company-words.ts'

/** What is known of a company, each fact with where it came from and when. */
export function CompanyFacts({ company, onEdit }: { company: CompanyView; onEdit: () => void }) {
  return (
    <Section
      title="Facts"
      action={
        <Button size="small" icon={PencilLine} onClick={onEdit}>
          Edit facts
        </Button>
      }
    >
      <dl className="flex flex-col">
        {company.facts.map(fact => (
          <div key={fact.name} className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
            <dt className="w-28 shrink-0 text-sm text-ink-3">{COMPANY_FACT_LABELS[fact.name]}</dt>
            <dd className="min-w-40 flex-1">
              <FactValue fact={fact} />
              <FactOrigin fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** A fact in words; a website leads there. */
export function FactValue({ fact }: { fact: CompanyFact }) {
  const text = factText(fact)
  if (text === null) return <span className="text-ink-3">{NOT_STATED}</span>
  if (fact.name !== 'website') return <span className="break-words">{text}</span>
  return <OutsideLink address={text} label={addressText(text)} />
}

function FactOrigin({ fact }: { fact: CompanyFact }) {
  if (fact.origin === null) return null
  const words = fact.value === null ? 'Left empty by you' : COMPANY_ORIGIN_LABELS[fact.origin]
  return (
    <span className="block text-xs text-ink-3">
      {words}
      {fact.at ? (
        <>
          , <When at={fact.at} />
        </>
      ) : null}
    </span>
  )
}

/** An address that opens in the person's own browser. */
export function OutsideLink({ address, label }: { address: string; label: string }) {
  return (
    <a
      href={address}
      className="text-link break-all"
      onClick={event => {
        event.preventDefault()
        void client.shell.openExternal({ url: address }).catch(failureToast)
      }}
    >
      {label}
    </a>
  )
}
