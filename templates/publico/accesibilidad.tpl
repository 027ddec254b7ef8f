{{%AUTOESCAPE context="HTML"}}
<h1>Accesibilidad</h1>
<p class="lead">Queremos que toda persona pueda usar este portal, con cualquier equipo, conexión o ayuda técnica.</p>
<h2>A qué nos comprometemos</h2>
<p>La meta es cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. Cada página se revisa con una herramienta automática antes de publicarse. La revisión con personas usuarias de lectores de pantalla está pendiente: por eso no declaramos todavía cumplimiento total.</p>
<h2>Qué puede esperar</h2>
<ul>
<li>Todo funciona con teclado y sin JavaScript.</li>
<li>El texto se puede ampliar al 400 % y se acomoda a un celular.</li>
<li>Los estados se dicen con palabras, no solo con color.</li>
<li>Los errores se explican arriba y junto a cada campo, y no se pierde lo escrito.</li>
<li>Las páginas se imprimen bien en A4.</li>
</ul>
<h2>Límites que conocemos</h2>
<ul>
<li>En pantallas angostas las tablas se muestran como tarjetas; algunos lectores de pantalla las leen entonces como texto y no como tabla.</li>
<li>Los archivos CSV no llevan formato: ábralos con su programa de hojas de cálculo.</li>
<li>No hay versión en lenguas originarias ni en lengua de señas.</li>
</ul>
<h2>Si encuentra una barrera</h2>
<p>Díganos en qué página fue, qué quería hacer y qué ayuda técnica usa: {{CONTACTO}}. Si la barrera le impide un trámite, la ORH de su entidad puede hacerlo con usted.</p>
<p class="hint">Versión {{VERSION}}, del {{FECHA}}.</p>
