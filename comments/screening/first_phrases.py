"""The words a new paper's list begins with. Editors keep the list from there (admin: "Từ cần xem").

kind -> words that are watched without marks, too | words whose marks tell them from honest ones (lon and lồn).
"""

FIRST_PHRASES = {
    "rude": (
        "địt mẹ, địt con mẹ, đmm, đcm, đkm, đcmm, đclm, đmcs, vcl, vkl, vcc, vklm, clgt, clmm, mẹ kiếp, "
        "ngu dốt, ngu xuẩn, láo toét, câm mồm, khốn nạn, fuck, fucking, bitch, motherfucker, lũ súc vật, "
        "đm mày, đm chúng mày, dmm, clgv, vloz, vlone, vlol, ditconme, shit, asshole, dis me may, "
        "dis me no, wtf, stfu",
        "địt, đụ, lồn, buồi, cặc, kặc, đéo, đếch, đĩ, đm, đù má, đụ má, đụ mẹ, cave, đồ lồn, "
        "mặt lồn, vãi lồn, vãi đái, vãi buồi, đầu buồi, con cặc, như cặc, ăn cứt, như cứt, "
        "đồ cứt, cục cứt, đống cứt, cái lìn, lìn má, vãi lìn, như lìn, đờ cờ mờ, "
        "vờ lờ, cẹc, vleu, cắc chó, má mày, mẹ mày, bố mày, "
        "cha mày, con mẹ mày, chó đẻ, loz, đồ chó, thằng chó, bọn chó, chó má, chó chết, đồ súc vật, "
        "đồ óc chó, thằng óc chó, lũ óc chó, bọn óc chó, mất dạy, vô học, đồ ngu, thằng ngu, lũ ngu, "
        "bọn ngu, con ngu, ngu vãi, ngu như, tổ sư mày, tổ sư cha, tổ sư bố, tổ sư nhà, bố láo, đồ khốn, "
        "thằng khốn, đồ hèn, đồ điên, thằng điên, mặt dày, đậu má, ngu đần, ngu si, ngu học, súc sinh, "
        "đồ óc lợn, thằng óc lợn, lũ óc lợn, bọn óc lợn, là óc lợn, là óc chó, não chó, não lợn, "
        "đồ bại não, thằng bại não, lũ bại não, đần độn, chó săn chế độ, đồ đầu đất, ngu ngốc, đếk, đíu, "
        "vl thật, vl luôn, ngu vl, đệt mẹ, đệch mẹ, mả cha, mả mẹ, mả bố, thằng ranh, địt bố, địt cụ, "
        "đụ bà, bà già mày, bọn súc vật, quân súc vật, thằng súc vật, mẹ cha nó, mẹ cha mày, "
        "mẹ cha thằng, dit bo may, vcđ, con đĩ, khốn kiếp, đệt, đệch, con phò, phò phạch, sủa vừa, "
        "sủa bậy, sủa láo, sủa tiếp, thằng chó săn, con chó săn, lũ chó săn, bọn chó săn, quân chó, "
        "thằng lợn, thằng đần, lũ đần, bọn đần, đồ đần, đồ lợn, đồ khỉ, đồ chết tiệt, thằng hèn, lũ hèn, "
        "lũ khốn, bọn khốn, quân khốn, tiên sư mày, tiên sư cha, tiên sư bố, bú cu, vãi lờ, cờ lờ, đờ mờ, "
        "dume, đụ mạ, đù mạ, đù mẹ, vai lon, dau buoi, oc cho, do ngu, thang ngu, bon ngu, lu ngu, "
        "an cut, deo biet, deo hieu, du ma may, du me may, con me may",
    ),
    "insult": (
        "bọn rác rưởi, bắc kỳ chó, nam kỳ chó, bọn tâm thần",
        "dân tộc mọi, mọi rợ, thằng mọi, lũ mọi, đồ mọi, bọn mọi, man di, bọn mán, như mán, cặn bã, "
        "đồ rác rưởi, đồ thiểu năng, lũ thiểu năng, đồ tâm thần, đồ bê đê, bọn bê đê, thằng bê đê, "
        "đồ nhà quê, bò đỏ, ba que, ba sọc",
    ),
    "other": (
        "giết chết nó",
        "đốt nhà nó, phản động",
    ),
}


def first_phrases():
    """Yield (kind, words, marks) for each."""
    for kind, lists in FIRST_PHRASES.items():
        for marks, words in zip((False, True), lists, strict=True):
            for phrase in filter(None, map(str.strip, words.split(","))):
                yield kind, phrase, marks
