/** Day and month as the leaf of a calendar, beside an activity that says its whole moment in words. */
export function DateLeaf({ day, month }: { day: string; month: string }) {
  return (
    <div className="date-leaf" aria-hidden="true">
      <span className="date-leaf__day">{day}</span>
      <span className="date-leaf__month">{month}</span>
    </div>
  );
}
