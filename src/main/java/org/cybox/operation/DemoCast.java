package org.cybox.operation;

import java.util.List;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Role;

/** The invented institutions and people of the demonstration. */
final class DemoCast {

    static final String PASSWORD = "Demo-CYBOX-2026";
    static final String OPERATOR = "operator@demo.cybox.example";

    private DemoCast() {}

    record Institution(String slug, Words name, Words welcome, String languages, String accent, List<Part> people) {}

    /** @param signsIn has the demo password; the others are there to be seen in lists */
    record Part(String email, String name, String surname, Role role, String language, String group, boolean signsIn) {}

    private static final Part SHARED_TRAINER =
            signingIn("trainer@demo.cybox.example", "Samuel Okoro", "Okoro", Role.TRAINER, "en", "");

    static final List<Institution> SPACES = List.of(academy(), police());

    private static Institution academy() {
        String judges = "Judges, spring class";
        String prosecutors = "Prosecutors, spring class";
        return new Institution(
                "academy",
                Words.of("en", "Judicial Academy (demo)")
                        .with("fr", "École de la magistrature (démo)")
                        .with("ar", "الأكاديمية القضائية (تجريبية)"),
                Words.of(
                                "en",
                                "Courses on cybercrime and electronic evidence for judges and prosecutors. Learn at your own pace, on a phone too, and come back to where you left.")
                        .with(
                                "fr",
                                "Des cours sur la cybercriminalité et la preuve électronique pour les juges et les procureurs. Apprenez à votre rythme, même sur un téléphone, et reprenez là où vous vous étiez arrêté.")
                        .with(
                                "ar",
                                "دورات في الجرائم الإلكترونية والأدلة الإلكترونية للقضاة وأعضاء النيابة العامة. تعلّم بالوتيرة التي تناسبك، على الهاتف أيضًا، وتابع من حيث توقفت."),
                "en,fr,ar",
                "#6b2d5c",
                List.of(
                        signingIn(
                                "manager@academy.demo.cybox.example", "Amina Diallo", "Diallo", Role.MANAGER, "en", ""),
                        signingIn(
                                "trainer@academy.demo.cybox.example",
                                "Elena Petrova",
                                "Petrova",
                                Role.TRAINER,
                                "en",
                                judges),
                        SHARED_TRAINER,
                        signingIn(
                                "learner@academy.demo.cybox.example",
                                "Efua Mensah",
                                "Mensah",
                                Role.LEARNER,
                                "en",
                                judges),
                        learner("academy", "Marie-Claire Rakotomalala", "Rakotomalala", "fr", judges),
                        learner("academy", "José Almeida", "Almeida", "en", judges),
                        learner("academy", "Salma Benjelloun", "Benjelloun", "fr", judges),
                        learner("academy", "Tamar Lomidze", "Lomidze", "en", judges),
                        learner("academy", "Kwame Mensah", "Mensah", "en", judges),
                        signingIn(
                                "learner.ar@academy.demo.cybox.example",
                                "Leila Mansour",
                                "Mansour",
                                Role.LEARNER,
                                "ar",
                                prosecutors),
                        learner("academy", "Ivan Horvat", "Horvat", "en", prosecutors),
                        learner("academy", "Fatou Ndiaye", "Ndiaye", "fr", prosecutors),
                        learner("academy", "Sione Fonoti", "Fonoti", "en", prosecutors),
                        learner("academy", "Camila Rojas", "Rojas", "en", prosecutors),
                        learner("academy", "Omar Khalil", "Khalil", "ar", prosecutors)));
    }

    private static Institution police() {
        String responders = "First responders, class A";
        String analysts = "Analysts";
        return new Institution(
                "police",
                Words.of("en", "Police Training Centre (demo)")
                        .with("fr", "Centre de formation de la police (démo)")
                        .with("ar", "مركز تدريب الشرطة (تجريبي)"),
                Words.of(
                                "en",
                                "Training for officers who meet electronic evidence: at the scene, at the desk and in the case file.")
                        .with(
                                "fr",
                                "Des formations pour les agents qui rencontrent la preuve électronique : sur les lieux, au bureau et dans le dossier.")
                        .with(
                                "ar",
                                "تدريب لرجال الشرطة ونسائها الذين يتعاملون مع الأدلة الإلكترونية: في مسرح الجريمة وفي المكتب وفي ملف القضية."),
                "en,fr",
                "#0f5257",
                List.of(
                        signingIn(
                                "manager@police.demo.cybox.example",
                                "Grace Wanjiru",
                                "Wanjiru",
                                Role.MANAGER,
                                "en",
                                ""),
                        signingIn(
                                "trainer@police.demo.cybox.example",
                                "Luc Moreau",
                                "Moreau",
                                Role.TRAINER,
                                "en",
                                responders),
                        SHARED_TRAINER,
                        signingIn(
                                "learner@police.demo.cybox.example",
                                "Dilnoza Karimova",
                                "Karimova",
                                Role.LEARNER,
                                "en",
                                responders),
                        learner("police", "Peter Tembo", "Tembo", "en", responders),
                        learner("police", "Awa Traoré", "Traoré", "fr", responders),
                        learner("police", "Nguyen Thi Lan", "Nguyen", "en", responders),
                        learner("police", "Bogdan Ionescu", "Ionescu", "en", responders),
                        learner("police", "Mereana Tawhiri", "Tawhiri", "en", responders),
                        learner("police", "Jean-Baptiste Kouassi", "Kouassi", "fr", analysts),
                        learner("police", "Sofia Duarte", "Duarte", "en", analysts),
                        learner("police", "Arben Krasniqi", "Krasniqi", "en", analysts),
                        learner("police", "Chandra Wickramasinghe", "Wickramasinghe", "en", analysts),
                        learner("police", "Hortense Mbarga", "Mbarga", "fr", analysts),
                        learner("police", "Daniel Baptiste", "Baptiste", "en", analysts)));
    }

    private static Part signingIn(String email, String name, String surname, Role role, String language, String group) {
        return new Part(email, name, surname, role, language, group, true);
    }

    private static Part learner(String slug, String name, String surname, String language, String group) {
        String box = java.text.Normalizer.normalize(
                        name.toLowerCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("[^a-z -]", "")
                .replace(' ', '.');
        return new Part(box + "@" + slug + ".demo.cybox.example", name, surname, Role.LEARNER, language, group, false);
    }
}
