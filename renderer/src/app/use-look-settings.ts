import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask, client } from './core.ts'
import { failureToast } from './failure.tsx'
import { type Look, setLook } from './look.ts'

/** Follows the theme and density of the stored settings, and changes both places together. */
export function useLookSettings() {
  const { data } = useQuery(ask('settings', 'get', {}))
  const theme = data?.theme
  const density = data?.density
  useEffect(() => {
    if (theme && density) setLook({ theme, density })
  }, [theme, density])
  return {
    setTheme: (next: Look['theme']) => {
      setLook({ theme: next })
      client.settings.update({ theme: next }).catch(failureToast)
    },
    setDensity: (next: Look['density']) => {
      setLook({ density: next })
      client.settings.update({ density: next }).catch(failureToast)
    },
  }
}
