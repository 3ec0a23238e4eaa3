import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, RotateCw } from 'lucide-react'
import { useRef } from 'react'
import type { RatesRefreshed, RatesView } from '../../../../main/contract/rates.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { exactText } from '../../ui/when-text.ts'

/** The exchange rates by which salaries are compared: of which day, and the way to newer ones. */
export function ExchangeRates() {
  const rates = useQuery(ask('rates', 'get', {}))
  const refresh = useMutation({ mutationFn: () => client.rates.refresh({}) })
  const button = useRef<HTMLButtonElement>(null)
  const cancel = () => {
    // This button goes away; the focus stays beside it.
    button.current?.focus()
    // A refresh that has ended already needs no end.
    client.rates.cancelRefresh({}).catch(() => undefined)
  }
  return (
    <section aria-labelledby="exchange-rates" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 id="exchange-rates" className="text-sm font-medium">
            Exchange rates
          </h3>
          {rates.data ? <Origin rates={rates.data} /> : null}
          {rates.isPending ? <Skeleton className="mt-1 h-4 w-60" /> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button ref={button} icon={RotateCw} busy={refresh.isPending} onClick={() => refresh.mutate()}>
            Refresh rates
          </Button>
          {refresh.isPending ? <Button onClick={cancel}>Cancel</Button> : null}
        </div>
      </div>
      {rates.error ? <Failure error={rates.error} onRetry={() => void rates.refetch()} /> : null}
      <div role="status" className="text-sm">
        {refresh.isPending ? <p className="text-ink-2">Asking www.ecb.europa.eu for newer rates.</p> : null}
        {refresh.data ? <Refreshed refreshed={refresh.data} /> : null}
        {refresh.error ? <NotRefreshed error={refresh.error} day={rates.data?.day} /> : null}
      </div>
      {rates.data ? <AllRates rates={rates.data} /> : null}
    </section>
  )
}

function Origin({ rates: { day, source, shipped, fetchedAt } }: { rates: RatesView }) {
  return (
    <>
      <p className="text-sm text-ink-2">
        Salaries in other currencies are compared at the rates of {exactText(day)}
        {shipped || fetchedAt === null ? (
          <>, which came with Rolecall ({source}).</>
        ) : (
          <>
            {' '}
            ({source}), fetched <When at={fetchedAt} />.
          </>
        )}
      </p>
      <p className="text-sm text-ink-3">
        Newer ones are fetched only when you ask for them. Nothing about you or your jobs is sent.
      </p>
    </>
  )
}

function Refreshed({ refreshed: { day, changed } }: { refreshed: RatesRefreshed }) {
  return (
    <p className="flex items-start gap-2">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" strokeWidth={1.75} />
      {changed
        ? `The rates are of ${exactText(day)} now. Campaigns that name a salary are ranked again.`
        : `The rates of ${exactText(day)} are the newest there are.`}
    </p>
  )
}

function NotRefreshed({ error, day }: { error: unknown; day: string | undefined }) {
  const { code, message, retryable } = errorOf(error)
  const kept = day === undefined ? '' : `The rates of ${exactText(day)} stay in use.`
  if (code === 'cancelled') return <p className="text-ink-2">Stopped. {kept}</p>
  return (
    <p className="flex items-start gap-2">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" strokeWidth={1.75} />
      <span>
        {message} {kept}
        {retryable ? ' Try again later.' : null}
      </span>
    </p>
  )
}

function AllRates({ rates: { rates, day } }: { rates: RatesView }) {
  const older = rates.filter(rate => rate.day < day)
  return (
    <Disclosure label={`All ${rates.length} rates`}>
      {older.length > 0 ? (
        <p className="pb-2 text-sm text-ink-2">
          The newest list does not name {older.map(rate => rate.currency).join(', ')}: these keep their last
          known rates.
        </p>
      ) : null}
      <Table
        caption="Rates by currency"
        head={['Currency', { label: 'For one euro', number: true }, { label: 'Of', number: true }]}
        className="max-h-80 max-w-md overflow-y-auto"
      >
        {rates.map(rate => (
          <tr key={rate.currency}>
            <Cell heading>{rate.currency}</Cell>
            <Cell number>{rate.perEuro.toLocaleString('en', { maximumSignificantDigits: 6 })}</Cell>
            <Cell number className={rate.day < day ? 'text-ink-2' : undefined}>
              {exactText(rate.day)}
            </Cell>
          </tr>
        ))}
      </Table>
    </Disclosure>
  )
}
