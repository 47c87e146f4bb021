"""Ukrainian sentences give the same values as English ones: numbers, units, dates, who says what."""

from __future__ import annotations

import pytest

from factcheck.model import Article, Attribution, DateValue, Entity, LexiconEntry, Quantity, Quote, Value
from factcheck.segment import segment
from factcheck.values import ValueReader
from factcheck.values.ukrainian_stems import stem, stemmed

LEXICON = (
    LexiconEntry("unit", "person", ("осіб", "людей", "пасажирів"), None),
    LexiconEntry("predicate", "die", ("загинули", "загинуло", "died"), None),
    LexiconEntry("alias", "Lviv", ("Львів", "Львова", "Львові"), "place"),
)
DAY = "2026-11-20"
HEADING = "Новини\n\n"


def article(text: str, lang: str = "uk") -> Article:
    whole = HEADING + text
    return Article("A", "a.txt", "title", "source", whole, "0", whole, published=DAY, lang=lang)


def read(text: str, lang: str = "uk") -> list[Value]:
    """The values of a text, below a heading that holds none."""
    one = article(text, lang)
    sentences = segment(one)
    reader = ValueReader(LEXICON)
    reader.learn(one, sentences)
    return [value for row in reader.read(one, sentences) for value in row]


def numbers(text: str) -> list[Quantity]:
    return [value for value in read(text) if isinstance(value, Quantity)]


@pytest.mark.parametrize(
    ("text", "said", "value", "unit"),
    [
        ("У селі живуть 340 осіб.", "340", 340, "person"),
        ("Завод звільнив дев'яносто сім осіб.", "дев'яносто сім", 97, "person"),
        ("Міст чекали двісті сорок тисяч людей.", "двісті сорок тисяч", 240_000, "person"),
        ("На площі було 12 500 осіб.", "12 500", 12_500, "person"),
        ("Каса зібрала 3,7 млн грн за вечір.", "3,7 млн", 3_700_000, "UAH"),
        ("Борг сягнув півтора мільярда доларів.", "півтора мільярда", 1.5e9, "USD"),
        ("Ціни піднялися на 4,2 відсотка.", "4,2 відсотка", 4.2, "percent"),
        ("Ліс горить на 70 гектарах.", "70", 70, "hectare"),
        ("Мільйон людей лишився без води.", "Мільйон", 1_000_000, "person"),
        ("Двадцятеро пасажирів вийшли самі.", "Двадцятеро", 20, "person"),
        ("Водій, якого шукали, 51-річний слюсар, утік.", "51", 51, "age"),
        ("Половина шкіл зачинена.", "Половина", 50, "percent"),
        ("Дві тисячі триста осіб підписали лист.", "Дві тисячі триста", 2_300, "person"),
        ("Склад коштував 15 тис. євро.", "15 тис.", 15_000, "EUR"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, said: str, value: float, unit: str) -> None:
    (found,) = numbers(text)
    assert (found.text, found.value, found.unit) == (said, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("Вийшли понад 600 людей.", 600, None, "above"),
        ("Вийшли щонайменше 600 людей.", 600, None, "above"),
        ("Вийшли не менше ніж 600 людей.", 600, None, "above"),
        ("Вийшло не більше 600 людей.", None, 600, "below"),
        ("Вийшло до 600 людей.", None, 600, "below"),
        ("Число людей зросло до 600 осіб.", 600, 600, "exact"),
        ("Вийшли близько 600 людей.", 540, 660, "about"),
        ("Вийшли від 500 до 600 людей.", 500, 600, "range"),
        ("Вийшло 10–12 тисяч людей.", 10_000, 12_000, "range"),
        ("Вийшли кілька сотень людей.", 200, 900, "vague"),
        ("Вийшли десятки тисяч людей.", 24_000, 99_999, "vague"),
    ],
)
def test_words_of_caution_bend_a_number(text: str, low: float | None, high: float | None, bound: str) -> None:
    (found,) = numbers(text)
    assert (found.low, found.high, found.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "Це 3-й випадок.",
        "Учні 7-го класу співали.",
        "Міст звели 1998 року.",
        "Зустріч почалася о 18:30.",
        "Команда святкує другу половину літа.",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("Театр згорів 7 березня 2024 року.", "7 березня 2024", "2024-03-07", "2024-03-07"),
        ("Театр згорів 7 березня.", "7 березня", "2026-03-07", "2026-03-07"),
        ("Театр згорів учора.", "учора", "2026-11-19", "2026-11-19"),
        ("Театр згорів у середу.", "середу", "2026-11-18", "2026-11-18"),
        ("Театр згорів минулого тижня.", "минулого тижня", "2026-11-09", "2026-11-15"),
        ("Театр згорів торік.", "торік", "2025-01-01", "2025-12-31"),
        ("Театр згорів три дні тому.", "три дні тому", "2026-11-17", "2026-11-17"),
        ("Театр відкриють до 5 грудня.", "5 грудня", "2026-12-05", "2026-12-05"),
        ("Вибори відбудуться 28 лютого.", "28 лютого", "2027-02-28", "2027-02-28"),
        ("Театр згорів у 1987 році.", "1987", "1987-01-01", "1987-12-31"),
        ("Театр згорів 09.08.2023.", "09.08.2023", "2023-08-09", "2023-08-09"),
        ("Театр будували з 3 по 9 травня.", "9 травня", "2026-05-09", "2026-05-09"),
    ],
)
def test_a_date_is_read_at_its_place(text: str, said: str, first: str, last: str) -> None:
    found = [value for value in read(text) if isinstance(value, DateValue)]
    assert (found[-1].text, found[-1].earliest, found[-1].latest) == (said, first, last)
    assert (HEADING + text)[found[-1].start : found[-1].end] == said


@pytest.mark.parametrize(
    ("text", "origin", "content"),
    [
        ("Поліція повідомила, що міст перекрито.", "police", "міст перекрито"),
        ("За даними Водоканалу, воду дадуть увечері.", "Водоканалу", "воду дадуть увечері"),
        ("Міністр Ігор Гнатюк заявив, що грошей немає.", "Ігор Гнатюк", "грошей немає"),
        ("Дах упав уночі, повідомила прокуратура.", "prosecutors", "Дах упав уночі"),
    ],
)
def test_who_says_what(text: str, origin: str, content: str) -> None:
    (said,) = [value for value in read(text) if isinstance(value, Attribution)]
    assert said.origin == origin
    told = (HEADING + text)[said.scope_start : said.scope_end]
    assert content in told
    assert said.text not in told


def test_a_quotation_has_its_speaker() -> None:
    (quote,) = [
        v for v in read("«Ми нічого не чули», — сказав сторож Петро Лисенко.") if isinstance(v, Quote)
    ]
    assert (quote.words, quote.speaker) == ("Ми нічого не чули", "Петро Лисенко")


def test_a_name_is_one_in_all_its_cases() -> None:
    text = "Вибух стався у селищі Калинове. Дорогу до Калинового перекрито. У Калиновому чергують лікарі."
    names = {value.name for value in read(text) if isinstance(value, Entity)}
    assert len(names) == 1


@pytest.mark.parametrize(("one", "other"), [("Полтава", "Полтаві"), ("Василь Бойко", "Василем Бойком")])
def test_stems_of_cases_meet(one: str, other: str) -> None:
    assert stemmed(one) == stemmed(other)


def test_a_short_word_and_another_script_keep_their_letters() -> None:
    assert (stem("яма"), stem("Reuters")) == ("яма", "Reuters")


def test_a_unit_cut_short_ends_a_sentence_before_a_capital() -> None:
    text = "Ремонт коштує 40 млн грн. Роботи почнуться навесні. Зібрали 15 тис. тонн зерна."
    one = article(text)
    assert [one.text[s.start : s.end] for s in segment(one)] == [
        HEADING.strip(),
        "Ремонт коштує 40 млн грн.",
        "Роботи почнуться навесні.",
        "Зібрали 15 тис. тонн зерна.",
    ]


def test_an_english_article_is_read_in_english_whatever_stands_in_it() -> None:
    found = [v for v in read("The sign said сорок осіб.", "en") if isinstance(v, Quantity)]
    assert 40 not in [one.value for one in found]
