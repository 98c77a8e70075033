/** The mark: lines, a black stone and a white one. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 1v22M12 1v22M20 1v22M1 4h22M1 12h22M1 20h22" stroke="currentColor" strokeWidth="1.2" opacity=".55" />
      <circle cx="12" cy="12" r="5.2" fill="currentColor" />
      <circle cx="20" cy="4" r="3.2" fill="#fff" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  )
}
