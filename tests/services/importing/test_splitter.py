"""Bare text of scraped pages is told apart into title, fields, body and the rest."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from reader.domain.article import printed
from reader.domain.errors import ImportFailed
from reader.domain.text import clean
from reader.services.importing.read import read
from reader.services.importing.splitter import split

PROSE = "臨海市召開會議，研究部署下步工作。會議強調，要堅持高標定位、爭創一流，切實盤活土地資源、優化城市布局。"
SCRAPED = f"""首頁 | 新聞 | 登錄
臨海市召開會議研究部署下步工作

來源：臨海在線　作者：林小文　2024年5月6日 09:12
字號：大 中 小 | 分享 | 打印

　　{PROSE}
　　小標題
　　{PROSE}又一段。

責任編輯：吳小雨
相關新聞
另一篇不相干的新聞標題在這裡
新聞熱線：8200999
版權所有"""


def test_a_scraped_page_is_taken_apart() -> None:
    draft = read(SCRAPED.encode(), "a.txt")
    assert draft.title == "臨海市召開會議研究部署下步工作"
    assert (draft.source, draft.author, draft.editor) == ("臨海在線", "林小文", "吳小雨")
    assert draft.published == "2024-05-06T09:12"
    assert draft.text == f"{draft.title}\n　　{PROSE}\n　　小標題\n　　{PROSE}又一段。"
    left = [part.text for part in draft.left_out]
    assert "新聞熱線：8200999" in left and "首頁 | 新聞 | 登錄" in left


def test_every_line_is_in_the_text_or_left_out(starting_article: Path) -> None:
    for raw in (SCRAPED, starting_article.read_text("utf-8")):
        draft = read(raw.encode(), "a.txt")
        shown = [printed(draft.text, draft.glosses), *(printed(part.text, part.glosses) for part in draft.left_out)]
        assert Counter("".join("".join(shown).split())) == Counter("".join(raw.split()))
        parts = split(raw)
        ranges = [*([parts.title] if parts.title else []), *parts.body, *parts.left_out]
        covered = {offset for start, end in ranges for offset in range(start, end)}
        assert not [char for offset, char in enumerate(raw) if offset not in covered and not char.isspace()]


@pytest.mark.parametrize(
    ("raw", "title", "body"),
    [
        (f"一個標題\n{PROSE}", "一個標題", PROSE),
        (PROSE, "", PROSE),
        (f"{PROSE}\n{PROSE}二", "", f"{PROSE}\n{PROSE}二"),
        ("只有一行字", "", "只有一行字"),
        ("  縮排的標題  \n\n\n　　正文。", "縮排的標題", "　　正文。"),
        ("床前明月光，\n疑是地上霜。", "", "床前明月光，\n疑是地上霜。"),
        (
            "Harbour council to cap fares for a whole year as it bets on fuller buses\n\nIt said so. And more.",
            "Harbour council to cap fares for a whole year as it bets on fuller buses",
            "It said so. And more.",
        ),
        (
            "The council met on Monday evening to talk about the fares of buses, which\nrose last year. It will meet.",
            "",
            "The council met on Monday evening to talk about the fares of buses, which\nrose last year. It will meet.",
        ),
        (
            "A title\nThe first line of a short text. And another one.",
            "A title",
            "The first line of a short text. And another one.",
        ),
    ],
)
def test_text_without_a_layout_is_all_body(raw: str, title: str, body: str) -> None:
    draft = read(raw.encode(), "a.txt")
    assert (draft.title, draft.text) == (title, f"{title}\n{body}" if title else body)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("來源：新華社 2020-03-04 17:24:00", ("新華社", "2020-03-04T17:24:00")),
        ("2020年3月4日 17:24 来源:新华网", ("新华网", "2020-03-04T17:24")),
        ("2020/3/4　來源：中新社", ("中新社", "2020-03-04")),
        ("發布時間：2020.03.04 07:05　來源：人民網", ("人民網", "2020-03-04T07:05")),
        ("臨海在線 2024-05-06 09:12", ("臨海在線", "2024-05-06T09:12")),
    ],
)
def test_field_lines(line: str, wanted: tuple[str, str]) -> None:
    draft = read(f"臨海市召開會議研究部署下步工作\n{line}\n{PROSE}\n{PROSE}二".encode(), "a.txt")
    assert (draft.source, draft.published) == wanted
    assert draft.text == f"臨海市召開會議研究部署下步工作\n{PROSE}\n{PROSE}二"


MENU = "首頁\n新聞\n國際\n財經\n登入 | 註冊\n"
HEAD = "臨海市召開會議研究部署下步工作\n2024-05-06 09:12　來源：臨海在線\n字號：大 中 小 | 分享\n"
OTHERS = "".join(f"另一篇新聞的標題之{n}\n{PROSE}\n" for n in "一二三四五六")


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        pytest.param(
            f"{MENU}{HEAD}{PROSE}\n責任編輯：吳小雨\n{OTHERS * 3}", PROSE, id="more text of others than its own"
        ),
        pytest.param(f"{MENU}{HEAD}{PROSE}\n熱門新聞\n{OTHERS}", PROSE, id="ends at popular news"),
        pytest.param(f"{MENU}{HEAD}{PROSE}\n我要留言\n{OTHERS}", PROSE, id="ends at the comments"),
        pytest.param(
            f"{MENU}{HEAD}{'新品免費試用，還有達人分享獨到的生活經驗。' * 2}\n相關新聞：\n一則新聞的標題\n"
            + f"{PROSE}\n" * 9,
            "\n".join([PROSE] * 9),
            id="an advertisement above related news",
        ),
        pytest.param(
            f"{MENU}{HEAD}{PROSE}\n當選的是：\n王一\n李二\n責任編輯：吳小雨\n{MENU}",
            f"{PROSE}\n當選的是：\n王一\n李二",
            id="a list at its end",
        ),
        pytest.param(
            f"{MENU}{HEAD}{PROSE}\n聲明還說，{PROSE}\n分享到：\n", f"{PROSE}\n聲明還說，{PROSE}", id="a statement"
        ),
    ],
)
def test_only_the_article_of_a_page_is_the_body(raw: str, body: str) -> None:
    draft = read(raw.encode(), "a.txt")
    assert draft.title == "臨海市召開會議研究部署下步工作"
    assert draft.text == f"{draft.title}\n{body}"
    assert draft.published == "2024-05-06T09:12"


@pytest.mark.parametrize(
    "body",
    [
        "名單如下：\n　　王一\n　　李二\n　　趙三",
        f"{PROSE}\n聲明還說，此事仍在調查。\n熱線電話當天響個不停，接線員應接不暇。\n{PROSE}",
        f"1996年9月3日 臨海市第十屆人民代表大會常務委員會第三十次會議通過\n\n第一條 {PROSE}\n第二條 {PROSE}",
        f"{PROSE}\n* * *\n1\n{PROSE}",
    ],
)
def test_a_text_without_anything_of_a_page_keeps_every_line(body: str) -> None:
    draft = read(f"臨海市召開會議\n臨海在線 2024-05-06 09:12\n\n{body}\n（責任編輯：吳小雨）".encode(), "a.txt")
    assert (draft.source, draft.published, draft.editor) == ("臨海在線", "2024-05-06T09:12", "吳小雨")
    assert draft.text == f"臨海市召開會議\n{body}".replace("\n\n", "\n")
    assert [part.text for part in draft.left_out] == ["臨海在線 2024-05-06 09:12", "（責任編輯：吳小雨）"]
    assert "low-confidence" not in draft.warnings


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("2024-05-06 09:12 | 1164次閱讀 | 來源臨海通 | 作者林小文", ("臨海通", "林小文")),
        ("時間：2024-05-06 作者：林小文 閱讀：1644", ("", "林小文")),
        ("2024-05-06 09:12　林小文 周南 吳小雨", ("", "林小文 周南 吳小雨")),
        ("2024年05月06日 臨海傳媒 時政新聞 1665 0", ("臨海傳媒", "")),
    ],
)
def test_source_and_author_in_one_line(line: str, wanted: tuple[str, str]) -> None:
    draft = read(f"{MENU}臨海市召開會議研究部署下步工作\n{line}\n{PROSE}\n{PROSE}二".encode(), "a.txt")
    assert (draft.source, draft.author) == wanted


ENGLISH = "The council met on Monday to discuss the plan, which would cost 3 million. The work begins next year."
GERMAN = "Der Rat hat am Montag den Plan beschlossen, der drei Millionen Euro kosten soll. Die Arbeiten beginnen bald."
JAPANESE = "市長は月曜日、会議に出席し、新しい計画を発表した。工事は来年に始まる予定で、費用は約三億円とみられる。"


@pytest.mark.parametrize(
    ("raw", "title", "fields", "body"),
    [
        pytest.param(
            "臨海新聞網\n首頁 / 社會\n市長出席會議 強調高標定位\n2024-05-06 09:12 臨海報／ "
            "記者林小文／台北即時報導\n讚\n分享\n"
            f"{PROSE}\n延伸閱讀\n",
            "市長出席會議 強調高標定位",
            ("臨海報", "林小文", "", "2024-05-06T09:12"),
            PROSE,
            id="a reporter behind the publisher",
        ),
        pytest.param(
            f"首頁 政治 正文\n市長出席會議\n2024/5/6 09:12（5/6 10:00 更新）\n（臨海社記者林小文台北6日電）{PROSE}\n"
            f"{PROSE}（編輯：周南）1130506\n"
            "本網站之文字、圖片及影音，非經授權，不得轉載。\n",
            "市長出席會議",
            ("", "林小文", "周南", "2024-05-06T09:12"),
            f"（臨海社記者林小文台北6日電）{PROSE}\n{PROSE}（編輯：周南）1130506",
            id="a news agency",
        ),
        pytest.param(
            f"首頁 > 社會\n市長出席會議\n2024年5月6日 星期一 下午3:05\n〔記者林小文／台北報導〕"
            f"{PROSE}\n不用搶 現在用APP看 點我下載APP\n",
            "市長出席會議",
            ("", "林小文", "", "2024-05-06T15:05"),
            f"〔記者林小文／台北報導〕{PROSE}",
            id="an advertisement of the publisher",
        ),
        pytest.param(
            f"臨海網 > 時政 > 正文\n2024 05/06 09:12:30\n來源：臨海網\n市长出席会议强调高标定位\n"
            f"字體： 小 中 大 分享到：\n{PROSE}\n"
            "【糾錯】 【責任編輯:吳小雨 】\n閱讀下一篇：\n",
            "市长出席会议强调高标定位",
            ("臨海網", "", "吳小雨", "2024-05-06T09:12:30"),
            PROSE,
            id="the title under the fields",
        ),
        pytest.param(
            "Skip to content\nNews Sport\nCity council approves the plan\n"
            f"By Lin Xiaowen\nMay 6, 2024 9:12 PM\nShare\n{ENGLISH}\n"
            "Related stories\nAnother headline here\n",
            "City council approves the plan",
            ("", "Lin Xiaowen", "", "2024-05-06T21:12"),
            ENGLISH,
            id="English",
        ),
        pytest.param(
            "Startseite | Politik\nStadtrat beschließt den Plan\nVon Anna Muster\n"
            f"06.05.2024, 09:12 Uhr\n{GERMAN}\nMehr zum Thema\n",
            "Stadtrat beschließt den Plan",
            ("", "Anna Muster", "", "2024-05-06T09:12"),
            GERMAN,
            id="German",
        ),
        pytest.param(
            f"ホーム > 社会\n市長が会議に出席し計画を発表\n2024年5月6日 9時12分\n"
            f"{JAPANESE}\n関連記事\n別の記事の題名\n",
            "市長が会議に出席し計画を発表",
            ("", "", "", "2024-05-06T09:12"),
            JAPANESE,
            id="Japanese",
        ),
    ],
)
def test_pages_of_many_publishers(raw: str, title: str, fields: tuple[str, str, str, str], body: str) -> None:
    draft = read(raw.encode(), "a.txt")
    assert (draft.title, draft.text) == (title, f"{title}\n{body}")
    assert (draft.source, draft.author, draft.editor, draft.published) == fields


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020-03-04 17:24:00", "2020-03-04T17:24:00"),
        ("2020年3月4日（星期三）17時24分", "2020-03-04T17:24"),
        ("2020/3/4 上午12:05", "2020-03-04T00:05"),
        ("民國109年3月4日", "2020-03-04"),
        ("4. März 2020, 17:24 Uhr", "2020-03-04T17:24"),
        ("4 de marzo de 2020", "2020-03-04"),
        ("1er août 2020 à 17h24", "2020-08-01T17:24"),
        ("March 4th, 2020 at 5:24 p.m. EST", "2020-03-04T17:24"),
        ("4 Mar 2020", "2020-03-04"),
        ("3.4.2020", "2020-04-03"),
        ("2020-13-04", ""),
        ("12020-03-04", ""),
        ("10.3.4.2020", ""),
    ],
)
def test_dates_of_many_languages(written: str, date: str) -> None:
    draft = read(f"{MENU}市長出席會議\n{written}\n{PROSE}\n".encode(), "a.txt")
    assert draft.published == date


def test_an_impossible_date_is_none() -> None:
    draft = read(f"標題在這裡\n來源：新華社 2020-13-45 77:99\n{PROSE}".encode(), "a.txt")
    assert draft.published == ""


def test_files_of_our_own_are_read_as_they_say(shared_data: Path) -> None:
    folder = shared_data / "formats" / "ok"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    seen = 0
    for name, facts in expected.items():
        if not name.startswith(("article-", "page-")) or not name.endswith((".txt", ".html")):
            continue
        draft = read((folder / name).read_bytes(), name)
        for field in ("title", "source", "published", "editor"):
            assert getattr(draft, field) == facts.get(field, getattr(draft, field)), (name, field)
        body = draft.text.removeprefix(draft.title)
        assert "".join(body.split()) == "".join(facts["text"].split()), name
        assert not any(words in draft.text for words in facts.get("absent", [])), name
        seen += 1
    assert seen >= 12


@pytest.mark.parametrize("raw", ["", " \n\t\u3000\n", "\n\n", "\ufeff\n"])
def test_nothing_but_space_is_refused(raw: str) -> None:
    assert split(clean(raw)).body == ()
    if raw:
        with pytest.raises(ImportFailed, match=r"a\.txt holds no text") as refused:
            read(raw.encode(), "a.txt")
        assert refused.value.kind == "blank-file"


@pytest.mark.parametrize("line", ["版权保护任重道远", "扫码下载APP"])
def test_a_text_goes_on_behind_a_line_that_only_looks_like_its_end(line: str) -> None:
    page = f"首页 | 新闻 | 登录\n数字时代的新规引发讨论\n2024-05-06 09:12 来源：临海日报\n{PROSE}甲\n{PROSE}乙\n"
    draft = read(f"{page}{line}\n{PROSE}丙\n{PROSE}丁\n责任编辑：周南\n".encode(), "a.txt")
    assert [each[-1] for each in draft.text.split("\n") if each.startswith(PROSE)] == [*"甲乙丙丁"]
    ended = read(f"{page}{line}\n责任编辑：周南\n".encode(), "a.txt")
    assert line in [part.text for part in ended.left_out]


@pytest.mark.parametrize("sentence", ["鲁迅（1936年10月19日逝世），作家。", "会议于2023年5月1日召开。"])
def test_a_first_sentence_with_a_date_says_nothing_of_its_text(sentence: str) -> None:
    draft = read(f"鲁迅其人\n\n{sentence}\n{PROSE}\n{PROSE}又\n".encode(), "a.txt")
    assert (draft.source, draft.published) == ("", "") and sentence in draft.text.split("\n")


def test_days_within_a_text_are_none_of_all_of_it() -> None:
    diary = "雨中日記\n今天下雨，沒有出門。\n2024年3月2日\n放晴了，去了圖書館。"
    draft = read(diary.encode(), "a.txt")
    assert (draft.text, draft.published) == (diary, "")
    dated = read(diary.replace("\n", "\n2024年3月1日\n", 1).encode(), "a.txt")
    assert (dated.text, dated.published) == (diary, "2024-03-01")


def test_a_line_that_names_nobody_is_none_of_the_text() -> None:
    draft = read(f"市圖書館新館試開放\n來源：網絡　作者：佚名\n{PROSE}".encode(), "a.txt")
    assert (draft.source, draft.author, draft.text) == ("", "", f"市圖書館新館試開放\n{PROSE}")
