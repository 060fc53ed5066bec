import { Icon } from "./icon";

export interface FootLink {
  href: string;
  word: string;
}

export interface LanguageChoice {
  /** Names the form, for example "Kies je taal". */
  label: string;
  /** Where the form posts `language` (and `back`, when given). */
  action: string;
  back?: string;
  options: Array<{ code: string; name: string; current: boolean }>;
}

export interface PageFootProps {
  help: {
    title: string;
    /** Who answers, for example "Lien Desmet helpt je verder." */
    text: string;
    /** As it is read, "057 12 34 56"; null where nobody answers a phone. */
    phone: string | null;
    email: string;
    hours?: string;
  };
  about: { title: string; links: FootLink[] };
  language?: LanguageChoice;
  /** Who is responsible for this installation. */
  end?: string;
}

/** The foot of every page: a person with a phone number, what we promise, and the language. */
export function PageFoot({ help, about, language, end }: PageFootProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot__grid">
          <section aria-labelledby="foot-help">
            <h2 id="foot-help">{help.title}</h2>
            <p>{help.text}</p>
            {help.phone ? (
              <a className="foot__phone" href={`tel:${help.phone.replace(/[^+\d]/g, "")}`}>
                <Icon name="phone" />
                <span>{help.phone}</span>
              </a>
            ) : (
              <a className="foot__phone" href={`mailto:${help.email}`}>
                <Icon name="mail" />
                <span>{help.email}</span>
              </a>
            )}
            {help.hours ? <p className="foot__soft">{help.hours}</p> : null}
          </section>
          <nav aria-labelledby="foot-about">
            <h2 id="foot-about">{about.title}</h2>
            <ul role="list" className="foot__links">
              {about.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.word}</a>
                </li>
              ))}
            </ul>
          </nav>
          {language ? (
            <form method="post" action={language.action} aria-labelledby="foot-language">
              <h2 id="foot-language">{language.label}</h2>
              {language.back ? <input type="hidden" name="back" value={language.back} /> : null}
              <div className="languages">
                {language.options.map((option) => (
                  <button
                    key={option.code}
                    type="submit"
                    name="language"
                    value={option.code}
                    lang={option.code}
                    aria-current={option.current ? "true" : undefined}
                  >
                    {option.name}
                  </button>
                ))}
              </div>
            </form>
          ) : null}
        </div>
        {end ? <p className="foot__end">{end}</p> : null}
      </div>
    </footer>
  );
}
