import { setWord } from "./reveal-tools";

const PARTS = "h1,h2,h3,h4,p,li,dt,dd,figcaption";

/**
 * `data-read-aloud="<id>"`: reads the text of that element aloud, or stops. The button shows only where the device
 * itself has a voice for the page's language: a voice from elsewhere would send the text away.
 */
export function readAloud(): void {
  const buttons = document.querySelectorAll<HTMLElement>("[data-read-aloud]");
  if (buttons.length === 0 || !("speechSynthesis" in window)) return;
  const language = document.documentElement.lang || "nl";
  const voiceHere = () => speechSynthesis.getVoices().find((each) => each.localService && each.lang.slice(0, 2) === language);
  const offer = () => {
    const voice = voiceHere();
    if (voice) for (const button of buttons) if (button.hidden) attend(button, voice);
  };
  offer();
  // Browsers load their voices late.
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

function attend(button: HTMLElement, voice: SpeechSynthesisVoice): void {
  const readWord = button.lastElementChild?.textContent ?? "";
  button.hidden = false;
  button.addEventListener("click", () => {
    const reading = speechSynthesis.speaking;
    speechSynthesis.cancel();
    setWord(button, reading ? readWord : (button.dataset["stopWord"] ?? readWord));
    if (reading) return;
    const texts = textsOf(button.dataset["readAloud"] ?? "");
    texts.forEach((text, index) => {
      const part = new SpeechSynthesisUtterance(text);
      part.voice = voice;
      part.lang = voice.lang;
      if (index === texts.length - 1) part.onend = () => setWord(button, readWord);
      speechSynthesis.speak(part);
    });
  });
}

/** Paragraph by paragraph: one long utterance is cut off by some browsers. */
function textsOf(id: string): string[] {
  const source = document.getElementById(id);
  const parts = source ? [...source.querySelectorAll<HTMLElement>(PARTS)] : [];
  const outer = parts.filter((part) => !part.parentElement?.closest("li,dd"));
  return outer.map((part) => part.innerText.trim()).filter(Boolean);
}
