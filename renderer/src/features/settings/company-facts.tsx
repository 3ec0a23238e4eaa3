import { useQuery } from '@tanstack/react-query'
import { Pause, Play, RotateCw } from 'lucide-react'
import type { LookupsView } from '../../../../main/contract/companies.ts'
import type { Settings } from '../../../../main/contract/shapes.ts'
import { ask, client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Switch } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { KeyWarning } from '../sources/key-field.tsx'
import { KeyLine } from '../sources/source-keys.tsx'
import { useSecrets } from '../sources/use-secrets.ts'
import { SavedNumber } from './saved-fields.tsx'

/** The key of the company search, and the one host that it goes to. */
const GLASSDOOR = {
  kind: 'glassdoor',
  label: 'Glassdoor company search',
  need: {
    name: 'api_key',
    label: 'Glassdoor API key',
    hint: 'Of “Real-Time Glassdoor Data” at openwebninja.com, which has a free plan.',
    host: 'api.openwebninja.com',
    secret: true,
  },
}

const resume = () => void client.companies.resumeLookups({}).catch(failureToast)

/** Looking companies up: what is sent where, the key, how many a day, and how it goes. */
export function CompanyFactsSettings({ settings }: { settings: Settings }) {
  const secrets = useSecrets()
  // Where the shell itself warns of its keystore, it stands on this very page already.
  const shell = useQuery(ask('shell', 'info', {}))
  const lookups = useQuery(ask('companies', 'lookups', {}))
  const entered = secrets.has(GLASSDOOR.kind, GLASSDOOR.need.name)
  const on = settings.enrichCompanies
  return (
    <Section
      title="Company facts"
      lead="Industry, size, head office and ratings of the companies in your jobs, from Glassdoor."
    >
      <div className="flex flex-col gap-4">
        <Switch
          label="Look companies up"
          hint="Sends the name of each company to api.openwebninja.com, with your key; nothing about you or your jobs. Off, nothing is sent."
          checked={on}
          onChange={enrichCompanies => void updateSettings({ enrichCompanies })}
        />
        {shell.data?.secretsWarning ? null : <KeyWarning warning={secrets.warning} />}
        {secrets.loaded ? (
          <KeyLine kind={GLASSDOOR} need={GLASSDOOR.need} secrets={secrets} onEntered={resume} />
        ) : null}
        {on ? (
          <>
            <SavedNumber
              label="Companies a day"
              hint="Looked up by themselves: favourites and the companies of your best jobs first."
              min={1}
              max={1000}
              saved={settings.enrichCompaniesPerDay}
              onSave={perDay =>
                perDay !== null && void updateSettings({ enrichCompaniesPerDay: Math.round(perDay) })
              }
            />
            {lookups.data ? (
              <Progress
                lookups={{ ...lookups.data, perDay: settings.enrichCompaniesPerDay }}
                paused={settings.enrichCompaniesPaused}
                entered={entered}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </Section>
  )
}

function Progress({ lookups, paused, entered }: { lookups: LookupsView; paused: boolean; entered: boolean }) {
  const { pending, found, askedToday, perDay, stopped, waitUntil, waitReason } = lookups
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <p role="status" className="text-sm">
        {stateWords(lookups, paused, entered)}
      </p>
      <ProgressBar label="Looked up today" done={Math.min(askedToday, perDay)} total={perDay} />
      <p className="text-sm text-ink-3">
        {found.toLocaleString('en')} found, {pending.toLocaleString('en')} waiting
      </p>
      {stopped ? <p className="text-sm text-bad">{stopped}</p> : null}
      {waitUntil ? (
        <p className="text-sm text-ink-2">
          {waitReason} Goes on <When at={waitUntil} />.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={paused ? Play : Pause}
          onClick={() => void updateSettings({ enrichCompaniesPaused: !paused })}
        >
          {paused ? 'Resume' : 'Pause'}
        </Button>
        {stopped ? (
          <Button size="small" icon={RotateCw} onClick={resume}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function stateWords(
  { pending, askedToday, perDay, stopped, waitUntil }: LookupsView,
  paused: boolean,
  entered: boolean,
) {
  if (!entered) return 'Waits for your key.'
  if (paused) return 'Paused.'
  if (stopped) return 'Stopped.'
  if (waitUntil) return 'Resting.'
  if (pending === 0) return 'All companies were looked up.'
  return askedToday >= perDay ? 'Done for today; goes on tomorrow.' : 'Looking companies up.'
}
