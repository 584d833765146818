/**
 * Words that are not welcome in a class, in the languages of classes. The lists are ours, short and plain: insults that a class
 * knows as such. A word that people are called by (Dick, Fanny, Randy, Kike, Semen,
 * Suki, Marica) is not on them; where it is a family name and an insult of its own, it is refused only alone.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Refused as a word of its own, in whatever disguise. */
export const WORDS: readonly string[] = [
  // English
  ...list(`ass asses arse arses cocksucker cum cums cunt cunts dickhead dickheads dildo dildos douche
    douchebag fag fags faggot faggots fuck fucks fuq fck fcuk fucked fucker fuckers fucking fuckin fuckyou
    fuckoff gtfo stfu wtf kys kms goddamn homo hoes jerkoff jizz milf nazi nazis nigga niggas nigger niggers
    nude nudes orgasm paedo pedo pedos penis penises piss pissed pisser porno pornhub prick pricks pube pubes
    pussy pussies pussyboy rape raped raper rapes raping rapist rapists retard retards retarded schlong scrotum
    sex sexy sexo shit shits shite shitty shitter shitting shithead shitface shithole bullshit dipshit slut
    sluts slutty skank spastic sperm tits titty titties tities tranny trannies turd twat twats vagina vaginas
    vulva wank wanks wanker wankers wanking whore whores whoring bastard bastards bitch bitches bitchy bitching
    biatch boob boobs boobies blowjob anus dumbass fatass jackass asshat asswipe hitler idiot idiots imbecile
    motherfucker mofo cretin chink chinks gook gooks wetback wop towelhead raghead killyourself kkk heilhitler
    siegheil hentai incest masturbate prostitute stripper pimp`),
  // Deutsch
  ...list(`arsch ärsche arschloch arschlöcher arschgeige dummkopf drecksau drecksack fickdich ficken fickt gefickt
    fotze fotzen hackfresse hure huren hurensohn hurensöhne hurenkind huso kacke kackbratze kanake kanaken
    kinderficker miststück missgeburt missgeburten mistgeburt möse nutte nutten nuttensohn pimmel saftsack
    schlampe schlampen schwuchtel schwuchteln schwanzlutscher scheiße scheisse scheiss scheiß scheißer spast
    spasti spasten spacko titten tittenfick trottel vollidiot vollpfosten wichser wixer wichsen wixxer wichse
    vögeln zigeuner untermensch`),
  // Français
  ...list(`bâtard batards bâtards bouffon connard connards connasse connasses conasse conard couille couilles crétin
    enculé enculée enculés enculer fdp filsdepute gueule tagueule merde merdes merdeux négresse nique niquer
    niquetamère ntm pétasse pouffiasse poufiasse putain putains pute putes salaud salauds salope salopes
    salopard suceur suceuse tapette pédé pédés tarlouze foutre branleur branleuse trouduc troudcul abruti
    abrutie bougnoule`),
  // Español
  ...list(`cabrón cabrona cabrones chinga chingar chingada chingado chingatumadre cojones coño culero culo culos
    follar gilipollas gilipolla hdp hijueputa hijodeputa hijadeputa huevón idiota imbécil jodete joder jódete
    malparido malparida mamaguevo mamada maricón maricones mierda mierdas ojete pajero pelotudo pelotuda
    pendejo pendeja pendejos perra perras pinche puta putas puto putos putita putito tetas zorra zorras sudaca
    retrasado follador subnormal boludo conchatumadre conchudo`),
  // Português
  ...list(`arrombado arrombada bicha boceta buceta boquete bosta cacete caralho caralhos cornudo cuzão cuzao
    desgraçado filhodaputa fdp foda fodase foder fodido merda otário otaria piroca piranha porra punheta
    punheteiro puta puto vadia vadias vagabunda veado viado viadinho xereca xoxota babaca vsf vtnc pqp`),
  // Italiano
  ...list(`bastardo bastarda bastardi cazzo cazzi cazzone cesso coglione coglioni cogliona cornuto culo diocane
    dioporco figliodiputtana frocio froci merda merde minchia minchione mignotta negraccio pompino porcodio
    porcamadonna puttana puttane ricchione scopare sborra stronza stronze stronzo stronzi testadicazzo troie
    vaffanculo zoccola zoccole cretino imbecille deficiente`),
  // Türkçe
  ...list(`amcık amcik aminakoyim aminakoyayim amk amq dalyarak gavat gerizekalı gerizekali götveren gotveren ibne
    ibneler kahpe kaltak kancık orospu orospuçocuğu orospucocugu oç pezevenk piç piçler puşt sikerim sikeyim
    sikik siktir siktirgit sikim sikiş şerefsiz serefsiz yarak yarrak yarram yavşak fahişe`),
  // Русский, українська
  ...list(`блядь блядина бляди блять бля блядство гандон гондон говно говнюк гнида дебил дебилы долбоёб долбоеб
    долбоебы дрочер дура дурак ебал ебало ебан ебаный ебаная ебанутый ебанько ебать ебись ёбарь ёб ебля еблан
    жопа жопы залупа идиот курва мразь мудак мудаки мудила нахуй охуел педик педрила пидор пидоры пидорас
    пидарас пидар пидарасы пизда пиздец пиздюк пиздабол похуй проститутка сволочь сука суки сучка сучара тварь
    ублюдок уебан уебок уёбок урод хуесос хуеплёт хуё хуи хуй хуйло хуйня хуёвый хуила целка чмо чмошник чурка
    шалава шлюха шлюхи лохушка выродок blyat bliat bljad blyad cyka pidor pidoras pizda pizdec huesos huilo
    khuylo dolboeb dolbaeb mudak ebat yobany nahui nahuy debil підор підарас сучий шльондра довбойоб лайно`),
  // Polski, čeština, slovenčina
  ...list(`chuj chuja chuje chujek chuju chujowy huj ciota cioty cipa cipy cipka debil debile dupek dupa dziwka dziwki
    fiut gnój gówno idiota jebać jebac jebany jebana jebaniec kretyn kurwa kurwy kurwo kurewka kurwiarz kutas
    kutasy pedał pedały pierdolić pierdol pierdolony pierdolę pierdole pizda pizdy pojeb pojebany pojebana
    skurwiel skurwysyn skurwysyny spierdalaj spierdolina szmata szmaty wyjebane wypierdalaj zjeb zjeby
    zajebisty čurák curak děvka hajzl hovno kurva kurvy mrdka píča piča zmrd debil buzerant buzna`),
  // Nederlands, svenska, norsk, dansk, suomi
  ...list(`flikker hoer hoeren hoerenjong hufter kanker kankerlijer klootzak klootzakken kutwijf kutjoch mongool
    neuken neukertje sukkel slet tering teringlijer tyfus tyfuslijer fitta fittor fittan horunge kuksugare bög
    slampa rasshøl kukhue pikfjæs røvhul huora huoran perkele vittu vitun kusipää mulkku runkkari`),
  // Română, magyar, srpskohrvatski, ελληνικά
  ...list(`muie pizdă cacat căcat curvă curva futute jigodie târfă buzi fasz faszfej geci kurva picsa köcsög szar
    szopd ribanc kurvaanyád jebem jebote kurac kurcu pička picka pizda drolja govno guzica μαλάκας μαλάκα
    μαλάκες μαλακας πουτάνα πουτάνας πούστης πούστη γαμώ γαμιέσαι γαμημένος γαμημένη μουνί αρχίδι αρχίδια
    καριόλης καριόλα poutana gamoto`),
  // Tiếng Việt, bahasa Indonesia, Filipino
  ...list(`địt địtmẹ đụmá đụmẹ đụ lồn cặc buồi đéo đĩ ditme vcl vkl đm clgt anjing ajg anjir bajingan bangsat brengsek
    goblok tolol jancok jancuk kampang keparat kontol kntl lonte memek ngentot ngewe pelacur perek pukimak
    putangina tangina tanginamo putanginamo gagong tarantado ulol pokpok kupal`),
  // हिन्दी, اردو
  ...list(`मादरचोद मादरचोत बहनचोद भेनचोद भोसडीके भोसड़ीके भोसड़ी चूतिया चुतिया रंडी लौड़ा लौडा गांडू गाँडू गांड चूत
    हरामी हरामजादा हरामखोर कमीना कुत्ता कुत्ती कुत्तिया साला लंड madarchod maderchod madarchood behenchod
    bhenchod bahenchod bhosdike bhosadike bhosdi chutiya chutiye gandu gaandu gaand lavda haramzada haramkhor
    haramzade kuttiya bkl chinal chhinal bhadwa bhadva bhadwe jhatu jhaatu`),
  // العربية، עברית، فارسی
  ...list(`شرموطة شرموط قحبة قحاب عاهرة كسمك كساختك كس طيز زبي زب منيك منيوك متناك عرص ابنالشرموطة حيوان كلب حمار
    sharmouta sharmuta kosomak kusomak kosomk ahbe 9a7ba manyak זונה זונות בןזונה שרמוטה כוסאמק כוסאמא מניאק
    מזדיין קוקסינל הומו بيناموس کیر کونی جنده جاکش کسکش مادرجنده حرومزاده kosskesh koskesh jende jakesh kooni`),
  // ไทย
  ...list('เหี้ย ไอ้เหี้ย อีเหี้ย ควย สัส สัด ไอสัส ไอ้สัตว์ หี เย็ด เย็ดแม่ แม่ง อีดอก ดอกทอง กะหรี่ หน้าหี ส้นตีน อีตัว ระยำ ชาติหมา'),
  // Romaji
  ...list(
    `kusoyaro kusogaki chinchin chinko chinpo omanko kintama unko hentai kichigai yariman yarichin sekkusu`,
  ),
];

/** Refused wherever they stand in a word or between words: no name has them inside. */
export const WITHIN: readonly string[] =
  list(`fuck nigger nigga faggot asshole arsehole motherf bullshit cocksuck dickhead shithead blowjob handjob
    cumshot whore siegheil heilhitler killyourself killurself suckmy fukyou fukoff arschloch hurensohn hurentocht wichser fotze
    schlampe missgeburt schwuchtel filsdepute niquetamere niquetamère connard connasse hijodeputa hijueputa
    gilipoll chingatumadre filhodaputa caralho vaffanculo porcodio puttana orospu siktir yarrak pezevenk blyat
    kurwa skurwy spierdal pierdol madarchod behenchod bhenchod bhosdi putangina пизд бляд блят пидор пидар
    мудак долбоеб долбоёб хуесос klootzak kankerlijer`);

/** Refused only where they are the whole nickname: beside another name they are a name (Sergiy Manko, Ann Cock). */
export const ALONE: readonly string[] =
  list(`manko kuso baka bakayaro kimoi uzai busu shinitai cul fick ficker fickt neger
  negro cock cocks moron morons anal spic mongo bosta polla pollas verga troia figa fica suka göt kut lul hora hore kuk
  даун лох`);

/** Japanese, wherever it stands; in hiragana and kanji, without what lengthens a sound. */
export const JAPANESE_WITHIN: readonly RegExp[] = [
  /死ね|氏ね|タヒね|たひね|死んで|しんでしまえ/u,
  /殺す|殺して|殺し屋|ぶっ?ころす|ぶっころ|ころしてやる|ころすぞ/u,
  /強姦|輪姦|売春|淫乱|淫行|自殺しろ|糞(?!尿)/u,
  /(?<!ぱ)ちんこ(?![うろ])/u,
  /ちんぽ(?!ん|じ)/u,
  /おまんこ|^まんこ(?:まん|ちゃん|やろう)/u,
  /おなにい?|せっくす|ふぇらちお|きんたま(?!る)|やりまん|やりちん/u,
  /(?<![ゃゅょっ])うんこ(?![うく])|うんち(?![くんょゅゃ])/u,
  /きちがい|気違い|基地外/u,
  /くそ(?:やろう|がき|ばばあ|じじい|ぶす|でぶ|ばか|女|男)|糞野郎|くたばれ|ばか(?:野郎|やろう|たれ)|馬鹿野郎/u,
];

/** Japanese, only as the whole nickname: inside others these are harmless (コロンブス, しねま, よしね, ふくそう). */
export const JAPANESE_ALONE: ReadonlySet<string> = new Set(
  list(`しね しねよ しねや しねばか ころす まんこ ちんちん れいぷ ぶす でぶ くそ うざい うざ きもい きも ばか 馬鹿 あほ 阿呆 くず 屑 ごみ かす ぱいぱい おっぱい えっち やりまん びっち ひとらあ
    ひとら なちす がいじ 金玉 池沼 変態 へんたい 痴漢 ちかん きえろ 消えろ うせろ 陰茎 性交 包茎 童貞 ぶさいく ちしょう 知障 ばばあ どうてい くそばか ばか女 ばか男`),
);

/** Chinese and Korean, wherever they stand (ᄉᄇ and the like: first letters alone, as NFKC leaves them). */
export const EAST_ASIAN_WITHIN: readonly RegExp[] = [
  /傻[逼屄比叉X]|煞笔|沙[比逼]|操你|草泥马|[你尼]妈[逼屄的死]|日你妈|妈的|他妈的|妈了个|肏|婊子|贱人|賤人|贱货|王八蛋|混蛋|狗屎|狗日|狗娘|鸡巴|雞巴|强奸|杂种|雜種|畜生|脑残|腦殘|白痴|智障|弱智|废物|去死|滚蛋|干你|幹你|屌你|仆街|撲街|冚家|機掰|靠北|垃圾/u,
  /씨발|씨팔|시발놈|시발년|씹|개새끼|새끼|병신|븅신|지랄|좆|창녀|걸레년|미친놈|미친년|엿먹어|느금마|니애미|니미럴|니에미|쌍년|썅|호로자식|찐따|개자식|닥쳐|개년|꺼져/u,
  /ᄉᄇ|ᄊᄇ|ᄇᄉ|ᄡ/u,
];

/** Korean and Chinese, only as the whole nickname. */
export const EAST_ASIAN_ALONE: ReadonlySet<string> = new Set(
  list('시발 보지 자지 걸레 또라이 바보 멍청이 屌 逼 蠢猪 cnm nmsl 王八 笨蛋 傻子 白目 三八'),
);
