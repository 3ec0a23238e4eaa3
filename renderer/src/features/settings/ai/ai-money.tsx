import type { AiStatus } from '../../../../../main/contract/ai.ts'
import type { Settings } from '../../../../../main/contract/shapes.ts'
import { updateSettings } from '../../../app/use-settings.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { costText, isOnThisComputer } from '../../ai/ai-words.ts'
import { SavedNumber } from '../saved-fields.tsx'

const MOST = 100_000

/** What the model costs and may cost, and what is spent. */
export function AiMoney({ settings, status }: { settings: Settings; status: AiStatus }) {
  const near = isOnThisComputer(settings.aiBaseUrl)
  const prices = (
    <div className="grid gap-3 @min-[32rem]:grid-cols-2">
      <SavedNumber
        label="Price of a million tokens in"
        unit="USD"
        min={0}
        max={MOST}
        nullable
        saved={settings.aiPriceIn}
        onSave={aiPriceIn => void updateSettings({ aiPriceIn })}
      />
      <SavedNumber
        label="Price of a million tokens out"
        unit="USD"
        min={0}
        max={MOST}
        nullable
        saved={settings.aiPriceOut}
        onSave={aiPriceOut => void updateSettings({ aiPriceOut })}
      />
    </div>
  )
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 className="text-sm font-medium">What it may cost</h3>
      {near ? (
        <Disclosure label="Prices: a model on this computer is free unless you enter some">
          {prices}
        </Disclosure>
      ) : (
        <>
          {prices}
          <p className="-mt-1 text-xs text-ink-3">
            As the endpoint’s price list says; 0 for a free model. Nothing is asked before they are entered.
          </p>
        </>
      )}
      <div className="grid gap-3 @min-[32rem]:grid-cols-2">
        <SavedNumber
          label="At most a day"
          unit="USD"
          min={0}
          max={MOST}
          saved={settings.aiCapDay}
          onSave={cap => cap !== null && void updateSettings({ aiCapDay: cap })}
        />
        <SavedNumber
          label="At most a month"
          unit="USD"
          min={0}
          max={MOST}
          saved={settings.aiCapMonth}
          onSave={cap => cap !== null && void updateSettings({ aiCapMonth: cap })}
        />
        <Spent label="Today" spent={status.spentDay} cap={settings.aiCapDay} />
        <Spent label="This month" spent={status.spentMonth} cap={settings.aiCapMonth} />
      </div>
      <Disclosure label="How many at once">
        <div className="grid gap-3 pt-1 @min-[32rem]:grid-cols-2">
          <SavedNumber
            label="Calls at once"
            min={1}
            max={10}
            saved={settings.aiConcurrency}
            onSave={calls => calls !== null && void updateSettings({ aiConcurrency: Math.round(calls) })}
          />
          <SavedNumber
            label="Jobs in one call"
            hint="More are cheaper, fewer are surer."
            min={1}
            max={10}
            saved={settings.aiJobsPerCall}
            onSave={jobs => jobs !== null && void updateSettings({ aiJobsPerCall: Math.round(jobs) })}
          />
        </div>
      </Disclosure>
    </div>
  )
}

/** How much of a limit is used; the words say the same as the bar. */
function Spent({ label, spent, cap }: { label: string; spent: number; cap: number }) {
  const share = cap > 0 ? Math.min(1, spent / cap) : spent > 0 ? 1 : 0
  return (
    <div className="max-w-72">
      <p className="flex justify-between gap-3 text-xs text-ink-2">
        <span>{label}</span>
        <span>
          {costText(spent)} of {costText(cap)}
        </span>
      </p>
      <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-track">
        <div
          className={`h-full ${share >= 1 ? 'bg-warn' : 'bg-accent'} transition-[width]`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
