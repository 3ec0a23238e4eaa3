import { RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import {
  DEFAULT_WEIGHTS,
  type RankingFactor,
  type RankingWeights,
} from '../../../../main/contract/ranking.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/toggles.tsx'
import { sameWeights } from './weights-math.ts'
import { WeightsShares } from './weights-shares.tsx'
import { WeightsSliders } from './weights-sliders.tsx'

/** The weights of one campaign: as in the settings, or its own by sliders. null: as in the settings. */
export function WeightsChoice({
  value,
  onChange,
  general,
  idle,
  note,
}: {
  value: RankingWeights | null
  onChange: (value: RankingWeights | null) => void
  /** The weights of the settings. */
  general: RankingWeights
  idle: ReadonlySet<RankingFactor>
  note?: ReactNode
}) {
  // Switched off and on again, the own weights are back as they were.
  const [kept, setKept] = useState(value)
  const change = (weights: RankingWeights) => {
    setKept(weights)
    onChange(weights)
  }
  const own = value !== null
  const box = useRef<HTMLDivElement>(null)
  const [switchedOn, setSwitchedOn] = useState(false)
  // The sliders unfold below, often out of sight; not when the page opens with them.
  useEffect(() => {
    if (own && switchedOn) box.current?.scrollIntoView({ block: 'nearest' })
  }, [own, switchedOn])
  return (
    <div ref={box} className="flex flex-col gap-3">
      <Switch
        label="Own weights for this campaign"
        hint={value === null ? 'Off: as in Settings, and they follow changes there.' : undefined}
        checked={own}
        onChange={on => {
          setSwitchedOn(on)
          onChange(on ? (kept ?? general) : null)
        }}
      />
      {value === null ? (
        <>
          <WeightsShares weights={general} />
          <p className="text-sm text-ink-2">
            <Link to="/settings?part=ranking" className="text-link">
              Change them for all campaigns in Settings
            </Link>
          </p>
        </>
      ) : (
        <WeightsSliders
          value={value}
          onChange={change}
          idle={idle}
          note={note}
          actions={
            <>
              <Button size="small" icon={RotateCcw} onClick={() => change(DEFAULT_WEIGHTS)}>
                Reset to defaults
              </Button>
              {sameWeights(general, DEFAULT_WEIGHTS) ? null : (
                <Button size="small" icon={RotateCcw} onClick={() => change(general)}>
                  Reset to Settings
                </Button>
              )}
            </>
          }
        />
      )}
    </div>
  )
}
