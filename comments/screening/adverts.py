"""Goods, services, jobs and cures that are offered: what is sold, one kind a line."""

from .offers import Offer, patterns

advert = Offer(
    "advert",
    "Giống quảng cáo, chào mời.",
    (),
    patterns(
        r"""
(?:nhan |dich vu |chuyen )?(?:hack|khoi phuc|lay lai) (?:wifi|nick|mat khau|tai khoan|fb|zalo|face|facebook
|sim)
|(?:dinh vi|nghe len|theo doi|doc trom) (?:so )?(?:dien thoai|tin nhan|zalo|chong|vo|nguoi)
(?:ban|cho thue|sang|nang cap|thu mua) (?:tai khoan|nick|acc|key|via|clone)|(?:thue|ban|thu mua) (?:tai khoan
|the) ngan hang
viec nhe luong cao|kiem (?:tien|them thu nhap) (?:online|tai nha)
tuyen (?:gap )?(?:ctv|cong tac vien)|can tuyen (?:gap )?(?:ctv|nhan vien)
(?:lam|ban) (?:bang|giay to|cccd|can cuoc) gia|gai goi|(?:full|tron goi) (?:dich vu|service)|bao phong|tau nhanh
|(?:em|hang) (?:ngoan|ngon) 2k[0-9]|sugar (?:baby|daddy)|sgbb|hack (?:fb|facebook|zalo|nick)
(?:nhan|dich vu) (?:lam bang|lam giay to|hut be phot|lay lai (?:tien|nick|fb|facebook)|tham tu|chay an)
|sim so dep
(?:giam gia|sale|chiet khau) (?:toi |den |soc )?[0-9]+ ?%?|free ?ship|mien phi (?:ship|van chuyen)
(?:nhan|dich vu|lo|chuyen|bao) (?:lo |lam )?(?:sua diem|nang diem|chay (?:viec|truong|diem|cho)|suat vao|bien che
|thi ho|hoc ho|de thue|mang thai ho|doi no|xoa (?:loi|an|phat|no)|go (?:an|phat|loi)|mo khoa)
|(?:thi|hoc) ho,? (?:hoc|thi|lam)|doi no (?:thue|ho)|hien than|ban than|clip nong|(?:goi|chat) video rieng
|dung ten (?:sim|tai khoan)|chuyen tien (?:giup|ho) qua tai khoan|di khach san|qua dem
(?:nhan|dich vu) (?:lam )?(?:bang (?:dai hoc|lai xe)|chung chi|gplx|ho chieu)
|bao (?:dau|kiem tra|cong chung) bang
"""
    ),
    patterns(
        r"""
(?:tri|chua|dac tri|xoa|het) (?:dut diem|khoi han|tan goc)|khoi han
|cam ket (?:khoi|hieu qua|hoan tien|giam|tang|lai|dau ra)
thuoc (?:ho|bo|xuong khop|da day|tieu duong|tri|dac tri)|nha lam|la khoi
gia truyen|than duoc|thuoc nam|boc thuoc|thuc pham chuc nang|lieu trinh|thao duoc
giảm [0-9]+ ?kg|yeu sinh ly|xuat tinh som|giam (?:can|mo)|tang (?:can|chieu cao|kich thuoc)|trang da|kem tri
|serum
|roi loan cuong
(?:ban|ai|ba con|me) (?:nao )?(?:can|muon|quan tam)(?: mua| biet| hoi)?(?: thi| cu)? (?:ib|inbox|lien he|nhan
|alo|goi)
(?:minh|em|toi|chi) (?:xin )?(?:chi|gioi thieu|de lai|gui|mach|dan|nhuong|chia)(?: lai)? (?:cho|giup|dia chi|so
|link|duong|ten|gia goc|vai)
|(?:minh|em|toi) (?:cho|giu|co giu|de lai) (?:dia chi|so|ten)
[^\W\d]{2,}\s[1-9][0-9]{1,2},\s?[^\W\d]{2,}\s[1-9][0-9]{1,2}|SUM (?:lay|ban|chot) (?:luon|ngay|lien)|rao (?:ban|gium|ho)
(?:em|minh|shop) (?:dang )?co (?:thuoc|kem|tra|bai thuoc|san hang|hang|mon)
mua ngay|dat (?:hang|mua) (?:ngay|o|tai)|gia chi (?:tu )?[0-9]+|mua (?:cua|o|tai) shop|ghe shop|shop (?:em
|minh)
thanh ly|xa kho|hang chinh hang|giá (?:đầu tư|tốt nhất|rẻ nhất)|san pham (?:cua|ben|nha) (?:em|minh)
(?:ben|nha) (?:em|minh) (?:co ban|ban|chuyen|nhan|cung cap|co san)
|(?:em|minh) (?:chuyen )?(?:ban|nhan ban|co ban) (?:thuoc|hang|si|le|my pham|sim)
ship (?:cod|toan quoc|tan noi|tan nha|hoa toc|ca nuoc)|giao (?:hang )?(?:toan quoc|tan noi)|kin dao
|bao (?:gia|test|doi tra)
lai (?:[0-9]+ ?%|cao) (?:moi|mot|1|/)? ?(?:thang|ngay)|loi nhuan [0-9]+|nhan doi (?:tai khoan|tien|von)
|win [0-9]+ ?%?
(?:ban|sang nhuong|can ban|chinh chu ban) (?:gap )?(?:dat|lo (?:dat|goc)|nha|can ho|nen|shophouse)|chinh chu
|so (?:do|hong) trao tay|dat nen
chuyển nhượng|thổ cư|sổ sẵn|sẵn sổ
bao sang ten|sang ten (?:ngay|trong ngay)|goi xem (?:dat|nha)|xem (?:dat|nha) ngay|suat ngoai giao
[0-9]+ mặt tiền|lô góc mặt tiền|mặt tiền [0-9]+ ?m
kiem (?:them )?[0-9]+ ?(?:k|tr|trieu|cu)|thu nhap (?:tu )?[0-9]+ ?(?:k|tr|trieu|cu)
|[0-9]+ ?k ?/ ?(?:ngay|don|gio)
thiet ke (?:web|website|logo)|ten mien|chay quang cao|đặt (?:chỗ|lịch|vé|phòng)|nhà xe \S+
hoa hong [0-9]+|chot don|lam (?:tren|bang) dien thoai|viec lam them|lam (?:tai nha|online)
|khong (?:coc|can von|can kinh nghiem)|ko coc
forex|tien ao|bitcoin|crypto|chung khoan quoc te|usdt|copy trade
(?:vao|tham gia) (?:nhom|group|room) (?:zalo|telegram|keo|kin|mien phi|ben duoi)|(?:nhom|group|room) vip
|tin hieu (?:forex|vip|vang|lenh|mua)
(?:super |hang )?(?:fake|replica|rep) ?(?:1[:. ]1|loai 1|cao cap)|super fake|like auth|hang auth
bùa (?:yêu|ngải|bình an)|gọi (?:vong|hồn)|(?:bói|xem) (?:bài|toán|tarot|tử vi)|bua (?:yeu|ngai)
lay lai (?:nguoi yeu|chong|vo)|cung sao giai han|giai han|thinh (?:bua|tai gia)|linh nghiem
theo dõi (?:ngoại tình|chồng|vợ|người yêu)|thám tử
SUM ?(?:/|mot|1|moi)? ?(?:goi|hop|lo|chai|hu|can|kg|cap|bo|cai|chiec|trang|nguoi|suat|combo|lieu|set|con
|mieng|like|don|gio|buoi|ngay|lit|tui|cuon)
|moi (?:like|don|bai|trang|san pham|ngay) (?:duoc )?SUM
tan (?:vuon|goc|cua|nguoi)|(?:don|tra|cho|dua|den) tan|24 ?/ ?24|xe (?:ghep|tien chuyen|limousine)|bao xe
|dat xe
(?:moi|sap|tung bung|mung)? ?khai truong|(?:ung ho|ghe) (?:em|shop|minh|nha em|quan|tiem|cua hang)
|toan bo (?:cua hang|san pham|shop)
hot hot|deal|gia soc|mau dep|hang dep|moi 100
xach tay|nguyen seal|like ?new|full ?box|pre ?order|order|hang (?:moi ve|co san|sll|hieu|hieu)|sale|sll|si le
(?:can|tim|tuyen) (?:gap )?(?:[0-9]+ )?(?:nguoi|ban|chi em|me bim|em|nhan vien) (?:nhap|go|lam|danh|xau|dan
|dong goi|gap|ban|phu|viet)
|nhap lieu|go van ban|danh may|xau (?:vong|hat)|dong goi (?:tai|bi|xa)|dan phong bi|lam them|ctv|part ?time
tra (?:theo|luong|tien) (?:trang|san pham|ngay|tuan|bai|don)|(?:khong|ko|k) lua dao|rut tien (?:hang
|moi) ngay|(?:nhan|tra) luong (?:theo )?ngay
|ranh (?:tay|roi)|(?:like|xem|thich|share|cay) (?:fanpage|page|video|tiktok|bai|quang cao) (?:kiem|nhan|duoc)
san (?:vang|forex|coin|ngoai hoi|quoc te|chung khoan)|don bay|mo tai khoan|doc lenh|chay (?:tai khoan|lenh)
|bot (?:trade|giao dich)
|rut (?:von|lai)|coin|uy thac|dau tu (?:sinh loi|online|coin|tu)|len (?:song|tau)
ai (?:bi|benh|dau|mac)|(?:thay|lang|luong y|co|ba lang)\s\S+(?:\s\S+)?\s(?:o|tai|ban|boc|chua|bat)\s
|boc [0-9]+ thang
(?:uong|dung|dap|xoa|boi|ngam)(?:\s\S+){1,6}\s(?:khoi|het|do|giam|ngon|nhu thuong|binh thuong)|(?:di lai
|an ngu) (?:binh thuong|ngon)
|ngu ngon
(?:tra|cao|vien|bot|siro|kem|tinh dau|ruou|nuoc) (?:thao moc|thao duoc|xuong|gia truyen|uong|sam|nam|thuoc)
|bai thuoc
(?:cat|tram) (?:tien duyen|duyen am)|giai han|xem (?:boi|tuoi|ngay tot|phong thuy|van han)|phong thuy
netflix|canva|chatgpt|youtube premium|ban quyen (?:re|tron doi)|capcut|windows ban quyen
tang (?:like|follow|tuong tac|sub)|mua ban (?:nick|acc|sim)
chat luong cao|lien he (?:ngay|em|minh)|ib (?:em|minh)|tu van (?:mien phi|tan tinh|24)
(?:khoan gieng|thong tac|hut be phot|sua (?:may tinh|dieu hoa|ong nuoc|may giat|nha))
|(?:diet (?:moi|virus)|cai win|chuyen nha|taxi tai)
(?:thuê xe|lái xe b[12]|bằng lái|luận văn|tiểu luận|làm thuê đồ án|massage|tẩm quất|karaoke)
|(?:xuất khẩu lao động|bảo hiểm nhân thọ)
(?:sữa|kem|máy|mật ong|sâm|yến|son|viên uống|trà giảm) (?:tăng|của (?:chị|em|shop)|lọc|rừng|trị|dưỡng|sào
|chính)
|hết (?:nám|mụn|đau|hẳn)
nữ (?:trẻ đẹp|phục vụ)|trẻ đẹp|dau tu (?:sinh loi|loi nhuan|nhan doi|4.0)|them thu nhap|bao ăn ở
|phục vụ tại phòng
"""
    ),
)
