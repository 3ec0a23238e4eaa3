import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Settings } from '../../../main/contract/shapes.ts'
import { ask, client, queryClient } from './core.ts'
import { failureToast } from './failure.tsx'
import { setLook } from './look.ts'

const SETTINGS = ask('settings', 'get', {})

/** Changes settings: at once in the page, then in the core; a refusal takes the page back and says why. */
export async function updateSettings(change: Partial<Settings>): Promise<void> {
  const before = queryClient.getQueryData<Settings>(SETTINGS.queryKey)
  if (before) queryClient.setQueryData(SETTINGS.queryKey, { ...before, ...change })
  if (change.theme) setLook({ theme: change.theme })
  if (change.density) setLook({ density: change.density })
  try {
    queryClient.setQueryData(SETTINGS.queryKey, await client.settings.update(change))
  } catch (error) {
    queryClient.setQueryData(SETTINGS.queryKey, before)
    failureToast(error)
  }
}

/** The settings that travel with the data. */
export function useSettings() {
  return useQuery(SETTINGS)
}

/** Keeps the look of the page at what the settings say; stands once, in the frame. */
export function useStoredLook(): void {
  const { data } = useSettings()
  const theme = data?.theme
  const density = data?.density
  useEffect(() => {
    if (theme && density) setLook({ theme, density })
  }, [theme, density])
}
