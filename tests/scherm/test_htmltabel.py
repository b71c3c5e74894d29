from locatieplanner.scherm.htmltabel import tabel_html


def test_cellen_zijn_tekst():
    html = tabel_html('"x"', ["<a>"], [["<script>"], [None], [3]])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'aria-label="&quot;x&quot;"' in html
    assert html.count("<tr>") == 4


def test_zonder_rijen_blijft_de_kop():
    assert "<tbody></tbody>" in tabel_html("leeg", ["a"], [])
