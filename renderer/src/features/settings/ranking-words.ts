/** For which campaigns the weights of the settings count, in one sentence. */
export function followersText(campaigns: number, followers: number): string {
  if (campaigns === 0) return 'These weights count for every campaign that you create.'
  const own = campaigns - followers
  if (own === 0)
    return campaigns === 1
      ? 'These weights count for your campaign.'
      : 'These weights count for all campaigns.'
  if (followers === 0)
    return campaigns === 1
      ? 'Your campaign has weights of its own, so these count for new ones only.'
      : 'All campaigns have weights of their own, so these count for new ones only.'
  const others =
    own === 1 ? '1 has weights of its own' : `${own.toLocaleString('en')} have weights of their own`
  return `These weights count for ${followers.toLocaleString('en')} of ${campaigns.toLocaleString('en')} campaigns; ${others}.`
}
