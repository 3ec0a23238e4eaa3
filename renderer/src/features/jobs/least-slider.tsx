import { useEffect, useRef, useState } from 'react'
import { Slider } from '../../ui/slider.tsx'

/** A pause in moving after which the list follows. */
const PAUSE_MS = 250

/** The least score or match of the jobs that are shown; 0 stands for any. */
export function LeastSlider({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  const [moved, setMoved] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <Slider
      label={label}
      step={5}
      value={moved ?? value ?? 0}
      onChange={next => {
        setMoved(next)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          setMoved(null)
          onChange(next === 0 ? null : next)
        }, PAUSE_MS)
      }}
    />
  )
}
