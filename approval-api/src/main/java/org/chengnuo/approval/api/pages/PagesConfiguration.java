package org.chengnuo.approval.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The two languages of the pages, and the frame around each of them. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** What was chosen is kept in a cookie; before that, the browser's languages decide. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setDefaultLocaleFunction(PagesConfiguration::accepted);
        return resolver;
    }

    private static Locale accepted(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(
                        wanted ->
                                LANGUAGES.stream()
                                        .filter(l -> l.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Languages()).excludePathPatterns("/api/**");
        registry.addInterceptor(new Framing()).excludePathPatterns("/api/**");
    }

    /** Takes up {@code ?lang=}; a language that there is not changes nothing. */
    private static final class Languages implements HandlerInterceptor {

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            String wanted = request.getParameter("lang");
            LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
            if (wanted != null && resolver != null) {
                LANGUAGES.stream()
                        .filter(l -> l.getLanguage().equals(wanted))
                        .findFirst()
                        .ifPresent(l -> resolver.setLocale(request, response, l));
            }
            return true;
        }
    }

    /**
     * @param lang as in {@code <html lang>}
     * @param path by which the header marks where one is
     * @param english this address in English
     * @param chinese this address in Chinese
     */
    record Frame(
            String lang, String path, String english, String chinese, String echarts, String pico) {

        boolean isChinese() {
            return lang.startsWith("zh");
        }
    }

    /** Gives every page, the error page included, what its frame needs. */
    private static final class Framing implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable ModelAndView page) {
            if (page == null || !page.hasView()) {
                return;
            }
            Locale locale = RequestContextUtils.getLocale(request);
            page.addObject(
                    "frame",
                    new Frame(
                            locale.getLanguage().equals("zh") ? "zh-CN" : "en",
                            request.getRequestURI(),
                            in("en", request),
                            in("zh", request),
                            Libraries.ECHARTS,
                            Libraries.PICO));
        }

        /** Path and query only: the server need not know by which name it is called. */
        private static String in(String language, HttpServletRequest request) {
            var uri =
                    ServletUriComponentsBuilder.fromRequest(request)
                            .replaceQueryParam("lang", language)
                            .build();
            return uri.getPath() + "?" + uri.getQuery();
        }
    }
}
