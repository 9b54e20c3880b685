"""The 193 member states of the United Nations: codes, names in Vietnamese and English, geographical subregion.

Rankings name their units by ISO 3166-1 alpha-3; running text names them in many ways, so the claim parser needs this
table on its own floor. Codes after ISO 3166-1 and UN M49, English short names after the UN; Vietnamese names as the
press and the Foreign Ministry write them, the customary one first. Typed for this table, as of 2026.

Columns: alpha-3 | alpha-2 | M49 | subregion | English name; others; former ones | Vietnamese name; others.
A `!` after a name: it stands for the state only as it is written, marks and capitals included. Without them it is an
everyday word ("Nga": "ngã"; "Ba Lan": "ba lần"; "US": "us").
"""

import functools
from typing import NamedTuple

from tthc.frozen import FrozenMap
from tthc.text import new_tone_style, normalise, search_key

__all__ = ["STATES", "SUBREGIONS", "Name", "State", "exact_names", "keyed_names", "names", "spellings", "state_of"]


def __dir__() -> list[str]:
    return __all__


class Name(NamedTuple):
    """One way to write one state; `needs_marks`: only as written, marks and capitals included."""

    text: str
    alpha3: str
    needs_marks: bool
    language: str


class State(NamedTuple):
    """A member state; `names_en` and `names_vi` begin with the customary name."""

    alpha3: str
    alpha2: str
    m49: str
    subregion: str
    names_en: tuple[Name, ...]
    names_vi: tuple[Name, ...]

    @property
    def name_en(self) -> str:
        """The English short name."""
        return self.names_en[0].text

    @property
    def name_vi(self) -> str:
        """The customary Vietnamese name."""
        return self.names_vi[0].text


# M49: the sub-regions and, for Africa south of the Sahara and Latin America, the intermediate regions below them.
SUBREGIONS = {
    "005": ("Nam Mỹ", "South America"),
    "011": ("Tây Phi", "Western Africa"),
    "013": ("Trung Mỹ", "Central America"),
    "014": ("Đông Phi", "Eastern Africa"),
    "015": ("Bắc Phi", "Northern Africa"),
    "017": ("Trung Phi", "Middle Africa"),
    "018": ("Nam châu Phi", "Southern Africa"),
    "021": ("Bắc Mỹ", "Northern America"),
    "029": ("Ca-ri-bê", "Caribbean"),
    "030": ("Đông Á", "Eastern Asia"),
    "034": ("Nam Á", "Southern Asia"),
    "035": ("Đông Nam Á", "South-eastern Asia"),
    "039": ("Nam Âu", "Southern Europe"),
    "053": ("Ô-xtrây-li-a và Niu Di-lân", "Australia and New Zealand"),
    "054": ("Mê-la-nê-di", "Melanesia"),
    "057": ("Mi-crô-nê-di", "Micronesia"),
    "061": ("Pô-li-nê-di", "Polynesia"),
    "143": ("Trung Á", "Central Asia"),
    "145": ("Tây Á", "Western Asia"),
    "151": ("Đông Âu", "Eastern Europe"),
    "154": ("Bắc Âu", "Northern Europe"),
    "155": ("Tây Âu", "Western Europe"),
}

_ROWS = """
AFG|AF|004|034|Afghanistan; Islamic Republic of Afghanistan|Afghanistan; Áp-ga-ni-xtan; Ap-ga-ni-xtan; Apganixtan
AGO|AO|024|017|Angola; Republic of Angola|Angola; Ăng-gô-la
ALB|AL|008|039|Albania; Republic of Albania|Albania; An-ba-ni
AND|AD|020|039|Andorra; Principality of Andorra|Andorra; An-đô-ra
ARE|AE|784|145|United Arab Emirates; UAE!; U.A.E.!|Các Tiểu vương quốc Ả Rập Thống nhất; Các Tiểu vương quốc Ả-rập Thống nhất; Tiểu vương quốc Ả Rập Thống nhất
ARG|AR|032|005|Argentina; Argentine Republic|Argentina; Ác-hen-ti-na; Achentina
ARM|AM|051|145|Armenia; Republic of Armenia|Armenia; Ác-mê-ni-a
ATG|AG|028|029|Antigua and Barbuda; Antigua & Barbuda|Antigua và Barbuda; An-ti-goa và Bác-bu-đa
AUS|AU|036|053|Australia; Commonwealth of Australia|Úc!; Australia; Ô-xtrây-li-a; Ốt-xtrây-li-a; Liên bang Úc!
AUT|AT|040|155|Austria; Republic of Austria|Áo!; Cộng hòa Áo!
AZE|AZ|031|145|Azerbaijan; Republic of Azerbaijan|Azerbaijan; A-déc-bai-gian; A-déc-bai-dan
BDI|BI|108|014|Burundi; Republic of Burundi|Burundi; Bu-run-đi
BEL|BE|056|155|Belgium; Kingdom of Belgium|Bỉ!; Vương quốc Bỉ!
BEN|BJ|204|011|Benin; Republic of Benin; Dahomey|Benin; Bê-nanh; Bê-nin
BFA|BF|854|011|Burkina Faso; Upper Volta|Burkina Faso; Buốc-ki-na Pha-xô
BGD|BD|050|034|Bangladesh; People's Republic of Bangladesh|Bangladesh; Băng-la-đét
BGR|BG|100|151|Bulgaria; Republic of Bulgaria|Bulgaria; Bun-ga-ri; Bungari
BHR|BH|048|145|Bahrain; Kingdom of Bahrain|Bahrain; Ba-ranh; Ba-ren
BHS|BS|044|029|Bahamas; The Bahamas; Bahamas, The; Commonwealth of the Bahamas|Bahamas; Ba-ha-mát
BIH|BA|070|039|Bosnia and Herzegovina; Bosnia & Herzegovina; Bosnia-Herzegovina; Bosnia|Bosnia và Herzegovina; Bô-xni-a và Héc-xê-gô-vi-na; Bô-xni-a Héc-dê-gô-vi-na; Bosnia Herzegovina
BLR|BY|112|151|Belarus; Republic of Belarus; Byelorussia; Belorussia|Belarus; Bê-la-rút; Bạch Nga!
BLZ|BZ|084|013|Belize; British Honduras|Belize; Bê-li-xê
BOL|BO|068|005|Bolivia (Plurinational State of); Bolivia; Plurinational State of Bolivia|Bolivia; Bô-li-vi-a
BRA|BR|076|005|Brazil; Federative Republic of Brazil|Brazil; Bra-xin; Brasil; Braxin; Ba Tây!
BRB|BB|052|029|Barbados|Barbados; Bác-ba-đốt
BRN|BN|096|035|Brunei Darussalam; Brunei|Brunei; Bru-nây; Bru-nei; Bru-nây Đa-rút-xa-lam
BTN|BT|064|034|Bhutan; Kingdom of Bhutan|Bhutan; Bu-tan; Butan
BWA|BW|072|018|Botswana; Republic of Botswana; Bechuanaland|Botswana; Bốt-xoa-na
CAF|CF|140|017|Central African Republic|Cộng hòa Trung Phi; Trung Phi!
CAN|CA|124|021|Canada|Canada; Ca-na-đa; Gia Nã Đại!
CHE|CH|756|155|Switzerland; Swiss Confederation|Thụy Sĩ; Thụy Sỹ; Liên bang Thụy Sĩ
CHL|CL|152|005|Chile; Republic of Chile|Chile; Chi-lê
CHN|CN|156|030|China; People's Republic of China; PR China; P.R. China; PRC!; China, People's Republic of|Trung Quốc; Cộng hòa Nhân dân Trung Hoa; CHND Trung Hoa; Trung Hoa!
CIV|CI|384|011|Côte d'Ivoire; Ivory Coast; Republic of Côte d'Ivoire|Bờ Biển Ngà; Côte d'Ivoire; Cốt-đi-voa; Cốt Đi-voa
CMR|CM|120|017|Cameroon; Republic of Cameroon|Cameroon; Ca-mơ-run; Ca-mê-run
COD|CD|180|017|Democratic Republic of the Congo; DR Congo; D.R. Congo; DRC!; Congo, Dem. Rep.; Congo, Democratic Republic of the; Congo (Democratic Republic of the); Congo-Kinshasa; Zaire|Cộng hòa Dân chủ Congo; CHDC Congo; Cộng hòa Dân chủ Công-gô; Congo Kinshasa; Da-ia
COG|CG|178|017|Congo; Republic of the Congo; Republic of Congo; Congo, Rep.; Congo-Brazzaville; Congo (Brazzaville)|Congo; Cộng hòa Congo; Công-gô; Cộng hòa Công-gô; Congo Brazzaville
COL|CO|170|005|Colombia; Republic of Colombia|Colombia; Cô-lôm-bi-a; Côlômbia
COM|KM|174|014|Comoros; Union of the Comoros|Comoros; Cô-mo!; Cô-mô-rốt; Liên bang Cô-mo
CPV|CV|132|011|Cabo Verde; Cape Verde; Cape Verde Islands|Cabo Verde; Cáp-ve; Cáp Ve!; Cape Verde; Ca-bô Ve-đê
CRI|CR|188|013|Costa Rica; Republic of Costa Rica|Costa Rica; Cốt-xta Ri-ca; Cô-xta Ri-ca
CUB|CU|192|029|Cuba; Republic of Cuba|Cuba; Cu-ba
CYP|CY|196|145|Cyprus; Republic of Cyprus|Síp!; Cộng hòa Síp; Cyprus
CZE|CZ|203|151|Czechia; Czech Republic; The Czech Republic|Cộng hòa Séc; Séc!; Czech; CH Séc
DEU|DE|276|155|Germany; Federal Republic of Germany|Đức!; Cộng hòa Liên bang Đức; CHLB Đức
DJI|DJ|262|014|Djibouti; Republic of Djibouti|Djibouti; Gi-bu-ti
DMA|DM|212|029|Dominica; Commonwealth of Dominica|Dominica; Đô-mi-ni-ca
DNK|DK|208|154|Denmark; Kingdom of Denmark|Đan Mạch; Vương quốc Đan Mạch
DOM|DO|214|029|Dominican Republic; The Dominican Republic|Cộng hòa Dominica; Cộng hòa Đô-mi-ni-ca; Dominicana; Đô-mi-ni-ca-na; Cộng hòa Dominicana
DZA|DZ|012|015|Algeria; People's Democratic Republic of Algeria|Algeria; An-giê-ri; Angiêri
ECU|EC|218|005|Ecuador; Republic of Ecuador|Ecuador; Ê-cu-a-đo; Ê-qua-đo
EGY|EG|818|015|Egypt; Arab Republic of Egypt; Egypt, Arab Rep.|Ai Cập!; Ai-cập; Cộng hòa Ả Rập Ai Cập
ERI|ER|232|014|Eritrea; State of Eritrea|Eritrea; Ê-ri-tơ-rê-a; Ê-ri-tơ-ria
ESP|ES|724|039|Spain; Kingdom of Spain|Tây Ban Nha; Vương quốc Tây Ban Nha
EST|EE|233|154|Estonia; Republic of Estonia|Estonia; Ê-xtô-ni-a; E-xtô-ni-a; Extônia
ETH|ET|231|014|Ethiopia; Federal Democratic Republic of Ethiopia; Abyssinia|Ethiopia; Ê-ti-ô-pi-a; E-thi-ô-pi-a; Êtiôpia
FIN|FI|246|154|Finland; Republic of Finland|Phần Lan!; Cộng hòa Phần Lan
FJI|FJ|242|054|Fiji; Republic of Fiji; Fiji Islands|Fiji; Phi-gi; Fi-gi; Phi-ji
FRA|FR|250|155|France; French Republic|Pháp!; Cộng hòa Pháp!
FSM|FM|583|057|Micronesia (Federated States of); Federated States of Micronesia; Micronesia; Micronesia, Fed. Sts.; FSM!|Micronesia; Liên bang Micronesia; Mi-crô-nê-xi-a; Liên bang Mi-crô-nê-xi-a
GAB|GA|266|017|Gabon; Gabonese Republic|Gabon; Ga-bông
GBR|GB|826|154|United Kingdom of Great Britain and Northern Ireland; United Kingdom; UK!; U.K.!; Great Britain; Britain|Vương quốc Anh!; Anh!; Liên hiệp Vương quốc Anh và Bắc Ai-len; Vương quốc Liên hiệp Anh và Bắc Ireland; Vương quốc Liên hiệp Anh và Bắc Ai-len; Liên hiệp Anh!; Anh quốc!
GEO|GE|268|145|Georgia; Georgia (Country); Republic of Georgia|Gruzia; Gru-di-a; Grudia; Georgia; Gioóc-gi-a
GHA|GH|288|011|Ghana; Republic of Ghana; Gold Coast|Ghana; Ga-na; Gha-na
GIN|GN|324|011|Guinea; Republic of Guinea; Guinea-Conakry|Guinea; Ghi-nê; Guinée
GMB|GM|270|011|Gambia; The Gambia; Gambia (Republic of The); Gambia, The; Republic of The Gambia|Gambia; Găm-bi-a
GNB|GW|624|011|Guinea-Bissau; Guinea Bissau; Republic of Guinea-Bissau|Guinea-Bissau; Ghi-nê Bít-xao; Ghi-nê Bít-xau; Ghi-nê Bi-xao
GNQ|GQ|226|017|Equatorial Guinea; Republic of Equatorial Guinea|Guinea Xích đạo; Ghi-nê Xích đạo; Ghi-nê Xích Đạo
GRC|GR|300|039|Greece; Hellenic Republic|Hy Lạp; Hi Lạp; Cộng hòa Hy Lạp
GRD|GD|308|029|Grenada|Grenada; Grê-na-đa
GTM|GT|320|013|Guatemala; Republic of Guatemala|Guatemala; Goa-tê-ma-la
GUY|GY|328|005|Guyana; Co-operative Republic of Guyana|Guyana; Gai-a-na; Guy-a-na
HND|HN|340|013|Honduras; Republic of Honduras|Honduras; Ôn-đu-rát; Hôn-đu-rát
HRV|HR|191|039|Croatia; Republic of Croatia|Croatia; Crô-a-ti-a; Croát-chi-a; Crôatia
HTI|HT|332|029|Haiti; Republic of Haiti|Haiti; Ha-i-ti; Ha-i-ty
HUN|HU|348|151|Hungary; Republic of Hungary|Hungary; Hung-ga-ri; Hungari
IDN|ID|360|035|Indonesia; Republic of Indonesia|Indonesia; In-đô-nê-xi-a; In-đô-nê-si-a; Inđônêxia
IND|IN|356|034|India; Republic of India|Ấn Độ!; Cộng hòa Ấn Độ
IRL|IE|372|154|Ireland; Republic of Ireland|Ireland; Ai-len; Ailen; Cộng hòa Ireland; Ái Nhĩ Lan
IRN|IR|364|034|Iran (Islamic Republic of); Iran; Islamic Republic of Iran; Iran, Islamic Rep.; Iran, Islamic Republic of; Persia|Iran; I-ran; Cộng hòa Hồi giáo Iran; Cộng hòa Hồi giáo I-ran
IRQ|IQ|368|145|Iraq; Republic of Iraq|Iraq; I-rắc; Irắc!
ISL|IS|352|154|Iceland; Republic of Iceland|Iceland; Ai-xơ-len; Băng Đảo!; Aixơlen
ISR|IL|376|145|Israel; State of Israel|Israel; I-xra-en; Ixraen
ITA|IT|380|039|Italy; Italian Republic|Ý!; Italia; I-ta-li-a; Italy; Cộng hòa Ý!
JAM|JM|388|029|Jamaica|Jamaica; Gia-mai-ca; Ha-mai-ca
JOR|JO|400|145|Jordan; Hashemite Kingdom of Jordan|Jordan; Gioóc-đa-ni; Giooc-đa-ni; Gióc-đa-ni; Jordani
JPN|JP|392|030|Japan|Nhật Bản; Nhật!
KAZ|KZ|398|143|Kazakhstan; Republic of Kazakhstan|Kazakhstan; Ca-dắc-xtan; Ka-dắc-xtan; Cadắcxtan
KEN|KE|404|014|Kenya; Republic of Kenya|Kenya; Kê-ni-a; Kênia
KGZ|KG|417|143|Kyrgyzstan; Kyrgyz Republic; Kirghizia; Kirgizia|Kyrgyzstan; Cư-rơ-gư-xtan; Cư-rơ-gư-dơ-xtan; Kiếc-ghi-di-a; Kyrgyz
KHM|KH|116|035|Cambodia; Kingdom of Cambodia; Kampuchea|Campuchia; Cam-pu-chia; Căm-pu-chia; Vương quốc Campuchia; Cao Miên!
KIR|KI|296|057|Kiribati; Republic of Kiribati; Gilbert Islands|Kiribati; Ki-ri-ba-ti
KNA|KN|659|029|Saint Kitts and Nevis; St. Kitts and Nevis; St Kitts and Nevis|Saint Kitts và Nevis; Xanh Kít và Nê-vít; Xin Kít và Nê-vít; Saint Kitts & Nevis
KOR|KR|410|030|Republic of Korea; South Korea; Korea, Rep.; Korea (Republic of); Korea, Republic of; Korea, South; Rep. of Korea; R.O.K.!; ROK!; S. Korea|Hàn Quốc; Đại Hàn Dân Quốc; Đại Hàn!; Nam Hàn!; Nam Triều Tiên!; Cộng hòa Hàn Quốc
KWT|KW|414|145|Kuwait; State of Kuwait|Kuwait; Cô-oét; Cô-guây-ta; Côoét
LAO|LA|418|035|Lao People's Democratic Republic; Laos; Lao PDR; Lao P.D.R.; Lao People's Dem. Rep.|Lào!; Cộng hòa Dân chủ Nhân dân Lào; CHDCND Lào
LBN|LB|422|145|Lebanon; Lebanese Republic|Liban; Li-băng; Lebanon; Li Băng
LBR|LR|430|011|Liberia; Republic of Liberia|Liberia; Li-bê-ri-a; Libêria
LBY|LY|434|015|Libya; State of Libya; Libyan Arab Jamahiriya; Libya, State of|Libya; Li-bi; Li-bi-a; Libi
LCA|LC|662|029|Saint Lucia; St. Lucia; St Lucia|Saint Lucia; Xanh Lu-xi-a; Xan-ta Lu-xi-a; Xanh Lu-xi
LIE|LI|438|155|Liechtenstein; Principality of Liechtenstein|Liechtenstein; Lích-ten-xtai-nơ; Lích-tên-xtanh; Lích-ten-xten
LKA|LK|144|034|Sri Lanka; Democratic Socialist Republic of Sri Lanka; Ceylon|Sri Lanka; Xri Lan-ca; Xri Lan ca; Tích Lan!
LSO|LS|426|018|Lesotho; Kingdom of Lesotho; Basutoland|Lesotho; Lê-xô-thô; Lê-xu-thu
LTU|LT|440|154|Lithuania; Republic of Lithuania|Litva; Lít-va; Lithuania; Li-tu-a-ni-a
LUX|LU|442|155|Luxembourg; Grand Duchy of Luxembourg|Luxembourg; Lúc-xăm-bua; Lúc-xem-bua; Đại công quốc Luxembourg; Lucxembua
LVA|LV|428|154|Latvia; Republic of Latvia|Latvia; Lát-vi-a; Látvia
MAR|MA|504|015|Morocco; Kingdom of Morocco|Maroc; Ma-rốc; Morocco; Marốc; Vương quốc Maroc
MCO|MC|492|155|Monaco; Principality of Monaco|Monaco; Mô-na-cô
MDA|MD|498|151|Republic of Moldova; Moldova; Moldavia; Moldova, Republic of|Moldova; Môn-đô-va; Cộng hòa Moldova; Môn-đa-vi-a
MDG|MG|450|014|Madagascar; Republic of Madagascar; Malagasy Republic|Madagascar; Ma-đa-gát-xca; Ma-đa-ga-xca
MDV|MV|462|034|Maldives; Republic of Maldives; Maldive Islands|Maldives; Man-đi-vơ; Man-đi-vơ-xơ; Man-đi-vét
MEX|MX|484|013|Mexico; United Mexican States|Mexico; Mê-hi-cô; Mê-xi-cô; México; Mễ Tây Cơ!
MHL|MH|584|057|Marshall Islands; Republic of the Marshall Islands; The Marshall Islands|Quần đảo Marshall; Quần đảo Mác-san; Marshall!; Mác-san
MKD|MK|807|039|North Macedonia; Republic of North Macedonia; Macedonia; The former Yugoslav Republic of Macedonia; Former Yugoslav Republic of Macedonia; TFYR Macedonia; FYR Macedonia; Macedonia, FYR; FYROM!; TFYR of Macedonia|Bắc Macedonia; Bắc Ma-xê-đô-ni-a; Macedonia; Ma-xê-đô-ni-a; Cộng hòa Bắc Macedonia
MLI|ML|466|011|Mali; Republic of Mali|Mali; Ma-li
MLT|MT|470|039|Malta; Republic of Malta|Malta; Man-ta
MMR|MM|104|035|Myanmar; Republic of the Union of Myanmar; Burma; Burma (Myanmar)|Myanmar; Mi-an-ma; Mianma; Miến Điện!
MNE|ME|499|039|Montenegro|Montenegro; Môn-tê-nê-grô
MNG|MN|496|030|Mongolia|Mông Cổ!
MOZ|MZ|508|014|Mozambique; Republic of Mozambique|Mozambique; Mô-dăm-bích; Môdămbích
MRT|MR|478|011|Mauritania; Islamic Republic of Mauritania|Mauritania; Mô-ri-ta-ni; Mô-ri-ta-ni-a
MUS|MU|480|014|Mauritius; Republic of Mauritius|Mauritius; Mô-ri-xơ; Mô-ri-xi-út
MWI|MW|454|014|Malawi; Republic of Malawi; Nyasaland|Malawi; Ma-la-uy; Ma-la-uy-i
MYS|MY|458|035|Malaysia; Federation of Malaysia|Malaysia; Ma-lai-xi-a; Ma-lay-xi-a; Malaixia; Mã Lai!
NAM|NA|516|018|Namibia; Republic of Namibia; South West Africa|Namibia; Na-mi-bi-a
NER|NE|562|011|Niger; Republic of the Niger; Republic of Niger|Niger; Ni-giê; Nigiê
NGA|NG|566|011|Nigeria; Federal Republic of Nigeria|Nigeria; Ni-giê-ri-a; Nigiêria
NIC|NI|558|013|Nicaragua; Republic of Nicaragua|Nicaragua; Ni-ca-ra-goa
NLD|NL|528|155|Netherlands; The Netherlands; Netherlands (Kingdom of the); Kingdom of the Netherlands; Holland|Hà Lan!; Vương quốc Hà Lan
NOR|NO|578|154|Norway; Kingdom of Norway|Na Uy!; Vương quốc Na Uy
NPL|NP|524|034|Nepal; Federal Democratic Republic of Nepal|Nepal; Nê-pan; Nêpan
NRU|NR|520|057|Nauru; Republic of Nauru|Nauru; Nau-ru; Na-u-ru
NZL|NZ|554|053|New Zealand; Aotearoa|New Zealand; Niu Di-lân; Niu Di-lan; Niu Zi-lân; Tân Tây Lan!
OMN|OM|512|145|Oman; Sultanate of Oman|Oman; Ô-man; Ôman
PAK|PK|586|034|Pakistan; Islamic Republic of Pakistan|Pakistan; Pa-ki-xtan; Pakixtan
PAN|PA|591|013|Panama; Republic of Panama|Panama; Pa-na-ma
PER|PE|604|005|Peru; Republic of Peru|Peru; Pê-ru
PHL|PH|608|035|Philippines; The Philippines; Republic of the Philippines|Philippines; Phi-líp-pin; Phi-lip-pin; Philippin; Philíppin; Phi Luật Tân!
PLW|PW|585|057|Palau; Republic of Palau|Palau; Pa-lau; Belau
PNG|PG|598|054|Papua New Guinea; Independent State of Papua New Guinea; PNG!|Papua New Guinea; Pa-pua Niu Ghi-nê; Pa-pu-a Niu Ghi-nê; Papua Tân Guinea
POL|PL|616|151|Poland; Republic of Poland|Ba Lan!; Cộng hòa Ba Lan
PRK|KP|408|030|Democratic People's Republic of Korea; North Korea; DPR Korea; DPRK!; D.P.R.K.!; Korea, Dem. People's Rep.; Korea, North; Dem. People's Rep. of Korea; N. Korea|Triều Tiên!; Cộng hòa Dân chủ Nhân dân Triều Tiên; CHDCND Triều Tiên; Bắc Triều Tiên!; Bắc Hàn!
PRT|PT|620|039|Portugal; Portuguese Republic|Bồ Đào Nha; Cộng hòa Bồ Đào Nha
PRY|PY|600|005|Paraguay; Republic of Paraguay|Paraguay; Pa-ra-goay
QAT|QA|634|145|Qatar; State of Qatar|Qatar; Ca-ta
ROU|RO|642|151|Romania; Rumania; Roumania|Romania; Ru-ma-ni; Rumani; Ru-ma-ni-a
RUS|RU|643|151|Russian Federation; Russia|Nga!; Liên bang Nga; LB Nga!
RWA|RW|646|014|Rwanda; Republic of Rwanda|Rwanda; Ru-an-đa; Ruanda
SAU|SA|682|145|Saudi Arabia; Kingdom of Saudi Arabia; KSA!|Ả Rập Xê Út; Ả Rập Saudi; Ả-rập Xê-út; A-rập Xê-út; Saudi Arabia; Ả Rập Xê-út; Ả Rập Xêút; Ả rập Saudi; Vương quốc Ả Rập Xê Út; Arập Xêút
SDN|SD|729|015|Sudan; Republic of the Sudan; The Sudan|Sudan; Xu-đăng; Xuđăng
SEN|SN|686|011|Senegal; Republic of Senegal|Senegal; Xê-nê-gan; Xênêgan
SGP|SG|702|035|Singapore; Republic of Singapore|Singapore; Xin-ga-po; Xinh-ga-po; Xing-ga-po; Xingapo; Tân Gia Ba!
SLB|SB|090|054|Solomon Islands; The Solomon Islands|Quần đảo Solomon; Quần đảo Xô-lô-môn; Solomon!; Xô-lô-môn
SLE|SL|694|011|Sierra Leone; Republic of Sierra Leone|Sierra Leone; Xi-ê-ra Lê-ôn; Xi-ê-ra Lê-ông
SLV|SV|222|013|El Salvador; Republic of El Salvador|El Salvador; En Xan-va-đo; Xan-va-đo
SMR|SM|674|039|San Marino; Republic of San Marino|San Marino; Xan Ma-ri-nô
SOM|SO|706|014|Somalia; Federal Republic of Somalia|Somalia; Xô-ma-li; Xô-ma-li-a; Xômali
SRB|RS|688|039|Serbia; Republic of Serbia|Serbia; Xéc-bi-a; Xécbia; Cộng hòa Serbia
SSD|SS|728|014|South Sudan; Republic of South Sudan|Nam Sudan; Nam Xu-đăng; Nam Xuđăng
STP|ST|678|017|Sao Tome and Principe; Sao Tome & Principe; São Tomé and Príncipe; Democratic Republic of Sao Tome and Principe|Sao Tome và Principe; São Tomé và Príncipe; Xao Tô-mê và Prin-xi-pê; Xao Tô-mê và Prin-xi-pe
SUR|SR|740|005|Suriname; Republic of Suriname; Surinam; Dutch Guiana|Suriname; Xu-ri-nam; Surinam; Xu-ri-na-mơ
SVK|SK|703|151|Slovakia; Slovak Republic; The Slovak Republic|Slovakia; Xlô-va-ki-a; Cộng hòa Slovakia; Xlôvakia
SVN|SI|705|039|Slovenia; Republic of Slovenia|Slovenia; Xlô-ven-ni-a; Xlô-vê-ni-a; Xlôvenia
SWE|SE|752|154|Sweden; Kingdom of Sweden|Thụy Điển; Vương quốc Thụy Điển
SWZ|SZ|748|018|Eswatini; Kingdom of Eswatini; Swaziland; eSwatini|Eswatini; Ê-xoa-ti-ni; E-xoa-ti-ni; Swaziland; Xoa-di-len; Xoa-di-lân
SYC|SC|690|014|Seychelles; Republic of Seychelles|Seychelles; Xây-sen; Xây-xen
SYR|SY|760|145|Syrian Arab Republic; Syria|Syria; Xi-ri; Xy-ri; Cộng hòa Ả Rập Syria; Xi-ri-a
TCD|TD|148|017|Chad; Republic of Chad; Tchad|Tchad; Chad; Cộng hòa Sát; Tchát
TGO|TG|768|011|Togo; Togolese Republic|Togo; Tô-gô
THA|TH|764|035|Thailand; Kingdom of Thailand; Siam|Thái Lan; Vương quốc Thái Lan; Xiêm!
TJK|TJ|762|143|Tajikistan; Republic of Tajikistan; Tadzhikistan|Tajikistan; Tát-gi-ki-xtan; Ta-gi-ki-xtan
TKM|TM|795|143|Turkmenistan|Turkmenistan; Tuốc-mê-ni-xtan; Tuyếc-mê-ni-xtan
TLS|TL|626|035|Timor-Leste; Timor Leste; East Timor; Democratic Republic of Timor-Leste|Timor-Leste; Đông Timor; Đông Ti-mo; Ti-mo Lét-xtê; Ti-mo Lét-xơ-tê; Ti-mo Lex-te
TON|TO|776|061|Tonga; Kingdom of Tonga|Tonga; Tông-ga; Tôn-ga
TTO|TT|780|029|Trinidad and Tobago; Trinidad & Tobago; Republic of Trinidad and Tobago|Trinidad và Tobago; Tri-ni-đát và Tô-ba-gô; Tri-ni-đát Tô-ba-gô
TUN|TN|788|015|Tunisia; Republic of Tunisia|Tunisia; Tuy-ni-di; Tuynidi; Tuy-ni-di-a
TUR|TR|792|145|Türkiye; Turkey; Turkiye; Republic of Türkiye|Thổ Nhĩ Kỳ; Thổ Nhĩ Kì; Cộng hòa Thổ Nhĩ Kỳ; Türkiye
TUV|TV|798|061|Tuvalu; Ellice Islands|Tuvalu; Tu-va-lu
TZA|TZ|834|014|United Republic of Tanzania; Tanzania; Tanzania, United Republic of|Tanzania; Tan-da-ni-a; Tan-za-ni-a; Tandania
UGA|UG|800|014|Uganda; Republic of Uganda|Uganda; U-gan-đa; Uganđa
UKR|UA|804|151|Ukraine; The Ukraine|Ukraine; U-crai-na; Ukraina; Ucraina
URY|UY|858|005|Uruguay; Eastern Republic of Uruguay; Oriental Republic of Uruguay|Uruguay; U-ru-goay
USA|US|840|021|United States of America; United States; USA!; U.S.A.!; US!; U.S.!|Mỹ!; Hoa Kỳ!; Hoa Kì!; Hợp chúng quốc Hoa Kỳ; Hợp chủng quốc Hoa Kỳ
UZB|UZ|860|143|Uzbekistan; Republic of Uzbekistan|Uzbekistan; U-dơ-bê-ki-xtan; U-dơ-bê-kít-xtan; Udơbêkixtan
VCT|VC|670|029|Saint Vincent and the Grenadines; St. Vincent and the Grenadines; St Vincent and the Grenadines; Saint Vincent & the Grenadines|Saint Vincent và Grenadines; Xanh Vin-xen và Grê-na-đin; Xin Vin-xen và Grê-na-đin
VEN|VE|862|005|Venezuela (Bolivarian Republic of); Venezuela; Bolivarian Republic of Venezuela; Venezuela, RB; Venezuela, Bolivarian Republic of|Venezuela; Vê-nê-xu-ê-la; Vê-nê-du-ê-la
VNM|VN|704|035|Viet Nam; Vietnam; Socialist Republic of Viet Nam; Socialist Republic of Vietnam; S.R. Vietnam|Việt Nam; Cộng hòa xã hội chủ nghĩa Việt Nam; CHXHCN Việt Nam
VUT|VU|548|054|Vanuatu; Republic of Vanuatu; New Hebrides|Vanuatu; Va-nu-a-tu
WSM|WS|882|061|Samoa; Independent State of Samoa; Western Samoa|Samoa; Xa-moa; Xa-mô-a
YEM|YE|887|145|Yemen; Republic of Yemen; Yemen, Rep.|Yemen; Y-ê-men; Y-ê-mên
ZAF|ZA|710|018|South Africa; Republic of South Africa; RSA!|Nam Phi!; Cộng hòa Nam Phi
ZMB|ZM|894|014|Zambia; Republic of Zambia; Northern Rhodesia|Zambia; Dăm-bi-a; Zăm-bi-a
ZWE|ZW|716|014|Zimbabwe; Republic of Zimbabwe; Rhodesia; Southern Rhodesia|Zimbabwe; Dim-ba-bu-ê; Zim-ba-bu-ê; Dim-ba-buê
"""  # noqa: E501 - a row is a state


def _names(text: str, alpha3: str, language: str) -> tuple[Name, ...]:
    return tuple(Name(name.removesuffix("!"), alpha3, name.endswith("!"), language) for name in text.split("; "))


def _state(row: str) -> State:
    alpha3, alpha2, m49, subregion, english, vietnamese = row.split("|")
    return State(alpha3, alpha2, m49, subregion, _names(english, alpha3, "en"), _names(vietnamese, alpha3, "vi"))


STATES: dict[str, State] = {row[:3]: _state(row) for row in _ROWS.split("\n") if row}
"""The states by alpha-3, in its order."""


def names() -> tuple[Name, ...]:
    """Return every name of every state, customary names first within each language; no name stands for two states."""
    return tuple(name for state in STATES.values() for name in state.names_vi + state.names_en)


def _written(text: str) -> str:
    return new_tone_style(normalise(text)).replace("\u2019", "'")


def _key(text: str) -> str:
    return search_key(text).replace("\u2019", "'")


@functools.cache
def spellings() -> FrozenMap[str, tuple[str, ...]]:
    """Return all names of each state by alpha-3, the customary Vietnamese one first: what `Edition.names` wants."""
    return FrozenMap(
        {
            state.alpha3: tuple(dict.fromkeys(name.text for name in state.names_vi + state.names_en))
            for state in STATES.values()
        }
    )


@functools.cache
def exact_names() -> dict[str, str]:
    """Return alpha-3 by name as written (tone marks in the new style), for all names."""
    return {_written(name.text): name.alpha3 for name in names()}


@functools.cache
def keyed_names() -> dict[str, str]:
    """Return alpha-3 by search key, with and without the hyphens, for the names that do not need their marks."""
    keys: dict[str, str] = {}
    for name in names():
        if not name.needs_marks:
            key = _key(name.text)
            keys[key] = keys[key.replace("-", "")] = name.alpha3
    return keys


def state_of(name: str) -> str | None:
    """Return the alpha-3 of the state that has this name, or this alpha-3 code itself; `None` where no state has.

    >>> state_of("Hàn Quốc"), state_of("han quoc"), state_of("Malaixia"), state_of("Nga"), state_of("nga")
    ('KOR', 'KOR', 'MYS', 'RUS', None)
    """
    if name in STATES:
        return name
    if len(name) > 100:  # longer than any name
        return None
    return exact_names().get(_written(name)) or keyed_names().get(_key(name))
