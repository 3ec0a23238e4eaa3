import { useMutation, useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { Link } from 'react-router'
import type { CompanyView } from '../../../../main/contract/companies.ts'
import { announce } from '../../app/announce.tsx'
import { ask, client, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { useSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** How the look-up of a company stands, and one by hand. */
export function CompanyLookupSection({ company }: { company: CompanyView }) {
  const { lookup } = company
  const settings = useSettings()
  const lookups = useQuery(ask('companies', 'lookups', {}))
  const on = settings.data?.enrichCompanies ?? false
  const lookUp = useMutation({
    mutationFn: () => client.companies.enrichNow({ companyId: company.id }),
    onSuccess: answer => {
      announce(answer.message)
      return queryClient.invalidateQueries({ queryKey: ['companies'] })
    },
    onError: failureToast,
  })
  return (
    <Section
      title="Look-up at Glassdoor"
      action={
        on ? (
          <Button size="small" icon={RefreshCw} busy={lookUp.isPending} onClick={() => lookUp.mutate()}>
            {lookUp.isPending ? 'Looking up' : 'Look up now'}
          </Button>
        ) : null
      }
    >
      <p>
        {lookup.message}
        {lookup.at ? (
          <span className="text-ink-3">
            {' '}
            <When at={lookup.at} />
          </span>
        ) : null}
      </p>
      {lookup.nextAttemptAt && on ? (
        <p className="text-sm text-ink-3">
          Tried again <When at={lookup.nextAttemptAt} />.
        </p>
      ) : null}
      {on && lookups.data?.stopped ? (
        <p className="text-sm text-bad">
          {lookups.data.stopped}{' '}
          <Link to="/settings" className="text-link">
            Go to Settings
          </Link>
        </p>
      ) : null}
      {on ? null : (
        <p className="text-sm text-ink-2">
          Looking companies up is switched off.{' '}
          <Link to="/settings" className="text-link">
            Switch it on in Settings
          </Link>
        </p>
      )}
    </Section>
  )
}
