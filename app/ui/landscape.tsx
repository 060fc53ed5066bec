/** A flat land with a sun, a village and a row of trees: decoration, in the colours of light or dark. */
export function Landscape() {
  return (
    <svg className="scene" viewBox="0 0 1440 260" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
      <circle className="scene__sun" cx="1180" cy="96" r="58" />
      <path className="scene__far" d="M0 150c180-46 330-18 520-8s320-66 520-40 260 30 400-6v164H0z" />
      <g className="scene__tree">
        <path d="M96 176c-10 0-12-50 0-84 12 34 10 84 0 84zM132 172c-9 0-11-46 0-76 11 30 9 76 0 76zM168 170c-9 0-11-46 0-76 11 30 9 76 0 76zM204 168c-8 0-10-42 0-70 10 28 8 70 0 70zM240 167c-8 0-10-42 0-70 10 28 8 70 0 70z" />
      </g>
      <path className="scene__mid" d="M0 184c220-30 420 14 640 6s420-52 800-16v86H0z" />
      <path className="scene__tower" d="M898 174V84h34v90z" />
      <path className="scene__roof" d="M892 86l23-52 23 52zM826 150l34-30 34 30zM938 152l30-28 30 28zM1010 158l36-32 36 32zM760 160l30-26 30 26z" />
      <path className="scene__wall" d="M832 150h56v30h-56zM944 152h48v28h-48zM1016 158h60v24h-60zM766 160h48v22h-48z" />
      <path className="scene__window" d="M908 104h14v18h-14zM848 160h10v12h-10zM866 160h10v12h-10zM962 160h10v12h-10zM1032 166h10v16h-10zM1054 166h10v9h-10zM784 166h10v10h-10z" />
      <path className="scene__near" d="M0 222c260-40 520-2 760-8s460-48 680-14v60H0z" />
      <path className="scene__path" d="M700 260c40-34 130-36 150-52s-10-20 14-32h12c-18 12 6 20-6 38s-60 26-70 46z" />
      <g className="scene__tree">
        <path d="M1284 214v-22h6v22zM1340 210v-26h7v26zM1404 206v-24h6v24z" />
        <circle cx="1287" cy="180" r="20" />
        <circle cx="1343" cy="170" r="25" />
        <circle cx="1407" cy="172" r="21" />
      </g>
    </svg>
  );
}
