import type { Localized } from '../i18n/languages.ts';

/** Stop words: common in any question, irrelevant to its subject. Folded. */
export const stopWords: Localized<string[]> = {
  fi: `ja tai on ei se ne han me te he mina sina olen olet ovat oli olisi voi voin voiko voimme voisi saa saan saako saammeko pitaa pitaako taytyy haluan haluaisin tarvitsen tarvitsemme
    miten kuinka mista mita mika mihin missa milloin kuka ketka kenelta kenelle kenen keneen onko olemme ole kun jos niin kuin etta vai mutta myos seka minun meidan minulla meilla teilla tama taman tata
    tassa siita sita sen niita jokin joku jotain jotakin joita joka jossa apua auttaa auttaisi neuvoa kertoo tietaa tehda tehdaan toimia loytyy loydan hakea etsin asia asiaa asiassa asioissa kanssa varten jalkeen ennen
    kaupunki kaupungin kaupungilla helsinki helsingin kuntaliitto kuntaliiton kuntaliitolta kuntaliitosta uusi uuden uutta eli en emme ette eivat muiden muissa muihin miksi paljonko kannattaa
    kunta kunnan kunnalla kunnalle kunnassa kunnat kuntien kunnille kuntia palvelu palvelut palvelun palveluja palveluita kuuluu mukaan voidaan saadaan annetaan minulle paljon hyva hyvin
    jo viela nyt aina vain vaan ihan oikein sitten silloin ensin ilman kohti aikana mukaisesti enaa koska vaikka kai varmaan onkohan voinko saanko pitaisi kannattaako kuuluuko loytyyko saiko tarvitaan tarvitaanko haluamme`.split(
    /\s+/,
  ),
  sv: `och eller ar inte en ett den det de jag du vi ni han hon man som att om i pa for av med till fran hos vid var vart vara har hade kan kunde far fick ska skulle vill maste behover behova
    hur vad vem vilken vilket vilka nar varfor finns fins ges gor gora gors veta vet hjalp hjalpa hjalper min mitt mina sin sina oss mig dig er ert sig nagon nagot nagra detta denna dessa dar sa
    fraga fragar svara svarar soker hitta hittar stad staden stadens helsingfors kommunforbundet kommunforbundets ny nytt nya eget egen andra annan mot efter fore under over mellan ocksa bara mycket
    kommun kommunen kommuner kommunens kommunernas kommunerna tjanst tjanster tjansten galler borde bor blir bli kom kommer ga lang langt bra
    innan ut in upp ner lagga lagger sedan redan annu nu alltid aldrig kanske igen genom utan enligt angaende gallande ratt dit hit varifran vems vilkas inom utom sager saga tycker tror gick kommit`.split(
    /\s+/,
  ),
};
